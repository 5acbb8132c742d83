"""What is said of a release that cannot be put into a server, or read from one."""

from __future__ import annotations

from kg.errors import Fault

__all__ = ["no_address", "not_whole", "nothing_there", "unpublished"]


def no_address(url: str) -> Fault:
    """Return the fault of an address that is none of the web."""
    return Fault(
        fr=f"« {url} » n’est pas une adresse http. Donnez celle du graph store du serveur, par "
        "exemple http://127.0.0.1:7878/store.",
        en=f"“{url}” is no http address. Give that of the server's graph store, for instance "
        "http://127.0.0.1:7878/store.",
        key="URL",
    )


def unpublished(url: str, graph: str, error: Exception) -> Fault:
    """Return the fault of a store that did not take a graph."""
    why = " ".join(str(error).split())[:200] or type(error).__name__
    return Fault(
        fr=f"{url} n’a pas pris le graphe {graph} ({why}). La publication n’est pas terminée : "
        "vérifiez l’adresse (protocole SPARQL 1.1 Graph Store) et le droit d’y écrire, puis "
        "recommencez.",
        en=f"{url} did not take the graph {graph} ({why}). The publication is not finished: check "
        "the address (SPARQL 1.1 Graph Store protocol) and the right to write there, then start "
        "again.",
        key="URL",
    )


def nothing_there(url: str) -> Fault:
    """Return the fault of an endpoint without a release."""
    return Fault(
        fr=f"le point d’accès {url} ne contient pas de version publiée, ou sa publication n’est "
        "pas terminée. Chargez-la (kg publish), ou retirez HDS_ENDPOINT.",
        en=f"the endpoint {url} holds no release, or its publication is not finished. Load one "
        "(kg publish), or unset HDS_ENDPOINT.",
        key="HDS_ENDPOINT",
    )


def not_whole(url: str, graph: str, found: int, wanted: int) -> Fault:
    """Return the fault of a graph that lacks triples, or has too many."""
    return Fault(
        fr=f"le graphe {graph} de {url} a {found} triplets au lieu de {wanted}. Publiez-le à "
        "nouveau (kg publish), ou relevez la limite de résultats du serveur.",
        en=f"the graph {graph} of {url} has {found} triples instead of {wanted}. Publish it again "
        "(kg publish), or raise the server's limit on results.",
        key="HDS_ENDPOINT",
    )
