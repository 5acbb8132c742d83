"""Words in the two languages of the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["EMPTY", "Language", "Text"]

Language: TypeAlias = Literal["fr", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in French and in English."""

    fr: str
    en: str

    def say(self, lang: Language) -> str:
        """Return the words in `lang`, or in the other language where they are missing.

        >>> Text("hébergeur", "host").say("en")
        'host'
        """
        return (self.fr or self.en) if lang == "fr" else (self.en or self.fr)

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.fr or self.en)

    def fill(self, **names: str) -> Text:
        """Return the same words with each `{name}` replaced.

        >>> Text("{x} héberge", "{x} hosts").fill(x="saas").en
        'saas hosts'
        """
        return self.fill_each(**{name: Text(value, value) for name, value in names.items()})

    def fill_each(self, **names: Text) -> Text:
        """Return the same words with each `{name}` replaced by that name in each language.

        >>> Text("{x} : oui", "{x}: yes").fill_each(x=Text("loi", "law")).en
        'law: yes'
        """
        fr, en = self.fr, self.en
        for name, value in names.items():
            fr = fr.replace(f"{{{name}}}", value.fr)
            en = en.replace(f"{{{name}}}", value.en)
        return Text(fr, en)


EMPTY = Text("", "")
