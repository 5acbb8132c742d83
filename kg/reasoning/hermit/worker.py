"""The child process that classifies the ontology with HermiT, through owlready2.

`kg.reasoning.hermit.reasoner` starts it and can kill it. It is given the path of Java and that
of one ontology, and prints JSON.
"""

from __future__ import annotations

import json
import sys

import owlready2

__all__ = ["main"]


def main() -> None:
    """Print whether the ontology at the second path given is consistent, and its empty classes."""
    owlready2.JAVA_EXE = sys.argv[1]
    world = owlready2.World()
    world.get_ontology(f"file://{sys.argv[2]}").load(only_local=True)
    try:
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        sys.stdout.write(json.dumps({"consistent": False, "unsatisfiable": []}))
        return
    empty = sorted(found.iri for found in world.inconsistent_classes())
    sys.stdout.write(json.dumps({"consistent": True, "unsatisfiable": empty}))


if __name__ == "__main__":
    main()
