"""The names of ranks, of confidence and of modalities, as the graph gives them."""

from __future__ import annotations

import streamlit as st

from kg.domain.texts import Text
from kg.services.scales import confidences, modalities, ranks
from ui.session import language, workspace

__all__ = ["activity_label", "confidence_label", "modality_label", "rank_label"]


@st.cache_resource(show_spinner=False)
def _labels() -> dict[tuple[str, str], Text]:
    shared = workspace()
    scales = {
        "rank": ranks(shared),
        "confidence": confidences(shared),
        "modality": modalities(shared),
    }
    found = {
        (scale, option.value): option.label
        for scale, options in scales.items()
        for option in options
    }
    activities = {("activity", item.id): item.label for item in shared.catalogue.activities}
    return found | activities


def _label(scale: str, value: str) -> str:
    return _labels().get((scale, value), Text(value, value)).say(language())


def rank_label(rank: str) -> str:
    """Return the name of a rank of sources."""
    return _label("rank", rank)


def confidence_label(code: str) -> str:
    """Return what a code of confidence means, after the code itself."""
    return f"{code} ({_label('confidence', code)})"


def modality_label(modality: str) -> str:
    """Return the name of what a norm does."""
    return _label("modality", modality)


def activity_label(activity: str) -> str:
    """Return the name of an activity."""
    return _label("activity", activity)
