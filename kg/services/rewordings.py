"""Two wordings of an article side by side: what was put in, what was taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from kg.domain.articles import Piece, Rewording
from kg.domain.law import Paragraph, Version

__all__ = ["compare_wordings"]

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
# Less alike than this, two alinéas are two, and not one reworded.
_ALIKE = 0.35


def compare_wordings(before: Version, after: Version) -> tuple[Rewording, ...]:
    """Return the alinéas of two wordings in reading order, those that answer to each other paired.

    An alinéa that was moved and not changed is paired with itself, whatever its mark.
    """
    return tuple(_pairs(before.paragraphs, after.paragraphs))


def _pairs(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[Rewording]:
    texts = [part.text for part in before], [part.text for part in after]
    for tag, i, j, k, m in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (_same(part) for part in after[k:m])
            continue
        for old, new in zip_longest(before[i:j], after[k:m]):
            yield from _changed(old, new)


def _same(part: Paragraph) -> Rewording:
    piece = (Piece(text=part.text, is_changed=False),)
    return Rewording(mark=part.mark, before=piece, after=piece)


def _changed(old: Paragraph | None, new: Paragraph | None) -> Iterator[Rewording]:
    if old is None or new is None:
        yield from (_alone(part, is_new=part is new) for part in (old, new) if part is not None)
        return
    left, right = _WORDS.findall(old.text), _WORDS.findall(new.text)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < _ALIKE:
        yield _alone(old, is_new=False)
        yield _alone(new, is_new=True)
        return
    steps = matcher.get_opcodes()
    yield Rewording(
        mark=new.mark,
        before=tuple(_piece(left[i:j], tag) for tag, i, j, _, _ in steps if i < j),
        after=tuple(_piece(right[k:m], tag) for tag, _, _, k, m in steps if k < m),
    )


def _alone(part: Paragraph, *, is_new: bool) -> Rewording:
    piece = (Piece(text=part.text, is_changed=True),)
    return Rewording(mark=part.mark, before=() if is_new else piece, after=piece if is_new else ())


def _piece(words: Sequence[str], tag: str) -> Piece:
    return Piece(text="".join(words), is_changed=tag != "equal")
