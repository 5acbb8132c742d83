"""Where exactness ends: a case whose facts leave more open than any diagram holds."""

from __future__ import annotations

from kg.domain.cases import Case
from kg.errors import CaseError, Fault

__all__ = ["too_open"]


def too_open(case: Case) -> CaseError:
    """Return the error of a case whose facts leave too much open for any diagram."""
    return CaseError(
        Fault(
            fr="ce dossier laisse trop de faits inconnus pour une réponse exacte : tant de "
            "services peuvent s’appuyer les uns sur les autres qu’on ne peut tout essayer. Dites "
            "de chacun sur quels services il s’appuie (relies_on), fût-ce sur aucun : [].",
            en="this case leaves too many facts unknown for an exact answer: so many services may "
            "rely on one another that not all can be tried. Say of each which services it relies "
            "on (relies_on), be it none: [].",
            file=case.source,
            key="relies_on",
        )
    )
