"""The app: its pages, in French and in English."""

from __future__ import annotations

import logging

import streamlit as st

from kg.errors import HdsError
from ui.components.markup import plain, style
from ui.session import LANGUAGES, language, say

_log = logging.getLogger(__name__)
_NAMES = {"fr": "Français", "en": "English"}


def main() -> None:
    """Run the page that the address names; whatever fails is told in words."""
    st.set_page_config(page_title=say("app"), layout="wide")
    style()
    _speak()
    pages = st.navigation(
        [
            st.Page(f"app_pages/{name}.py", title=say(f"{name}.nav"), url_path=name, default=first)
            for name, first in (
                ("situation", True),
                ("explore", False),
                ("texts", False),
                ("obligations", False),
                ("audit", False),
                ("sparql", False),
                ("export", False),
                ("about", False),
            )
        ],
        position="top",
    )
    try:
        pages.run()
    except HdsError as error:
        st.error(plain(error.say(language())))
    except Exception:  # noqa: BLE001 - the last guard: no page shows a traceback
        _log.exception("a page failed")
        st.error(say("failed"))


def _speak() -> None:
    """Offer the two languages, and tell the browser which one is spoken."""
    now = language()
    st.segmented_control(
        say("language"),
        LANGUAGES,
        default=now,
        required=True,
        format_func=_NAMES.__getitem__,
        key="lang",
        label_visibility="collapsed",
        on_change=_spoken,
    )
    script = f"<script>document.documentElement.lang = '{now}'</script>"
    st.html(script, unsafe_allow_javascript=True)


def _spoken() -> None:
    """Put the language chosen into the address, to be shared."""
    st.query_params["lang"] = st.session_state["lang"]


main()
