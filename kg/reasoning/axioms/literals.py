"""Values of data, named so that literals of one value have one name (XML Schema 1.1, part 2)."""

from __future__ import annotations

import re
from fractions import Fraction

from kg.reasoning.axioms.refusals import refuse
from kg.store.graph import Words
from kg.vocabulary import RDF, XSD

__all__ = ["VALUE", "is_constant", "is_value", "name_of"]

VALUE = "literal:"
"""What the names of values begin with; those of values that no literal states go on with `?`."""

_NUMBER = {
    XSD.term("integer"): re.compile(r"[+-]?[0-9]+"),
    XSD.term("decimal"): re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"),
}
_TRUTH = {"true": "true", "1": "true", "false": "false", "0": "false"}


def is_value(name: str) -> bool:
    """Tell whether a name is of a value of data, and not of an individual."""
    return name.startswith(VALUE)


def is_constant(name: str) -> bool:
    """Tell whether a name is of a value that a literal states: two such names are two values."""
    return is_value(name) and not name.startswith(f"{VALUE}?")


def name_of(literal: Words) -> str:
    """Return the name of the value of a literal.

    >>> name_of(Words("01", "", XSD.term("integer")))
    'literal:number|1'
    >>> name_of(Words("1.0", "", XSD.term("decimal")))
    'literal:number|1'

    Raises:
        RefusedAxiomError: a literal of another datatype, or none of its datatype.
    """
    text, datatype = literal.text, literal.datatype
    if literal.lang:
        return f"{VALUE}text@{literal.lang.lower()}|{text}"
    if datatype in {"", XSD.term("string")}:
        return f"{VALUE}text|{text}"
    if datatype in _NUMBER and _NUMBER[datatype].fullmatch(text.strip()):
        return f"{VALUE}number|{Fraction(text.strip())}"
    if datatype == XSD.term("boolean") and text.strip() in _TRUTH:
        return f"{VALUE}truth|{_TRUTH[text.strip()]}"
    raise refuse(
        f"a literal of {datatype.replace(str(XSD), 'xsd:').replace(str(RDF), 'rdf:')}", text
    )
