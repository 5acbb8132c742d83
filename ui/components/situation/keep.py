"""How a situation is taken away: a link, a file, a page to print."""

from __future__ import annotations

import streamlit as st

from kg.domain.answers import Answer
from kg.services.edit import write_case
from kg.services.render import to_json
from ui.components.situation.address import link_to
from ui.session import say, situation, workspace

__all__ = ["PRINTING", "keep", "print_now"]

PRINTING = "printing"


def keep(answer: Answer | None) -> None:
    """Show the link and the buttons that save or print; without an answer, the case alone."""
    now = situation()
    st.markdown(say("keep.link"))
    st.code(link_to(now), language=None, wrap_lines=True)
    st.download_button(
        say("save_case"),
        write_case(workspace(), now.case),
        file_name=f"{now.case.id}.yaml",
        mime="application/yaml",
        on_click="ignore",
        width="stretch",
    )
    if answer is not None:
        st.download_button(
            say("save_answer"),
            to_json(answer),
            file_name=f"{now.case.id}_{answer.day.isoformat()}.json",
            mime="application/json",
            on_click="ignore",
            width="stretch",
        )
        st.button(say("print"), on_click=_print, width="stretch")


def _print() -> None:
    st.session_state[PRINTING] = True


def print_now() -> None:
    """Open the browser's own dialog, once the page is there."""
    script = (
        "<script>if (!(Date.now() - window.printedAt < 5000)) {"
        " window.printedAt = Date.now(); setTimeout(() => window.print(), 800); }</script>"
    )
    st.html(script, unsafe_allow_javascript=True)
