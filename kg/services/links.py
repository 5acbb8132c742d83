"""Links: a whole situation in a few hundred signs, to be put into an address."""

from __future__ import annotations

import base64
import binascii
import zlib
from dataclasses import dataclass, replace

from kg.domain.case_format import CaseFormat
from kg.domain.cases import Case, Entity, Fact
from kg.errors import CaseError, Fault
from kg.exports.case_yaml import case_to_yaml
from kg.imports.case_reader import salvage_case
from kg.services.edit import check_case
from kg.services.workspace import Workspace

__all__ = ["LINK_VERSION", "Unpacked", "pack_case", "unpack_case"]

LINK_VERSION = "1"
"""What a link says of how it is written: the case as YAML, deflated, in base 64 for addresses."""

_MOST_BYTES = 200_000
_MOST_SIGNS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """What a link holds: the case, None where nothing can be read; and what was dropped."""

    case: Case | None
    dropped: tuple[Fault, ...] = ()


def pack_case(workspace: Workspace, case: Case) -> str:
    """Return the case in letters, digits, `-` and `_` alone."""
    data = zlib.compress(case_to_yaml(case, workspace.form).encode(), level=9)
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def unpack_case(workspace: Workspace, text: str, *, version: str = LINK_VERSION) -> Unpacked:
    """Return the case that `pack_case` wrote; of a damaged or older one, what can still be read."""
    if version != LINK_VERSION:
        return Unpacked(case=None, dropped=(_other_version(version),))
    try:
        data = _inflated(text)
        case, dropped = salvage_case(data, source="", form=workspace.form)
        if dropped:
            case = check_case(workspace, _opened(workspace.form, case))
    except (binascii.Error, UnicodeError, ValueError, zlib.error):
        return Unpacked(case=None, dropped=(_DAMAGED,))
    except CaseError as error:
        return Unpacked(case=None, dropped=error.faults)
    return Unpacked(case=case, dropped=dropped)


def _opened(form: CaseFormat, case: Case) -> Case:
    """Return a case of which some facts were lost: what it no longer says is not known."""
    entities = tuple(_required(form, entity) for entity in case.entities)
    return replace(case, id=case.id or "case", entities=entities, complete=False)


def _required(form: CaseFormat, entity: Entity) -> Entity:
    section = form.section(entity.section)
    keys = section.keys if section is not None else ()
    lost = (Fact(key=k.key, value=None) for k in keys if k.required and not entity.fact(k.key))
    return replace(entity, facts=(*lost, *entity.facts))


def _inflated(text: str) -> bytes:
    """Return the bytes of a link; those past the limit are never unpacked."""
    if len(text) > _MOST_SIGNS:
        raise ValueError(text[:20])
    padded = text + "=" * (-len(text) % 4)
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(base64.urlsafe_b64decode(padded), _MOST_BYTES)
    if not unpacker.eof:
        raise ValueError(text[:20])
    return data


_DAMAGED = Fault(
    fr="ce lien est abîmé : la situation qu’il portait ne peut plus être lue. Demandez-le de "
    "nouveau, en entier, ou repartez d’un exemple.",
    en="this link is damaged: the situation that it carried can no longer be read. Ask for it "
    "again, in full, or start from an example.",
)


def _other_version(version: str) -> Fault:
    return Fault(
        fr=f"ce lien est d’une version que le programme ne lit pas (v={version[:20]}) ; il lit "
        f"v={LINK_VERSION}. Demandez la situation en fichier YAML, ou repartez d’un exemple.",
        en=f"this link is of a version that the program does not read (v={version[:20]}); it "
        f"reads v={LINK_VERSION}. Ask for the situation as a YAML file, or start from an example.",
        key="v",
    )
