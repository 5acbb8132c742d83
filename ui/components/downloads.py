"""What can be taken away: the case and its answer."""

from __future__ import annotations

import streamlit as st

from kg.domain.answers import Answer
from kg.services.edit import write_case
from kg.services.render import to_json
from ui.session import say, situation, workspace

__all__ = ["downloads"]


def downloads(answer: Answer) -> None:
    """Show the buttons that save the case and the answer."""
    case = situation().case
    with st.container(horizontal=True):
        st.download_button(
            say("save_case"),
            write_case(workspace(), case),
            file_name=f"{case.id}.yaml",
            mime="application/yaml",
            on_click="ignore",
        )
        st.download_button(
            say("save_answer"),
            to_json(answer),
            file_name=f"{case.id}_{answer.day.isoformat()}.json",
            mime="application/json",
            on_click="ignore",
        )
