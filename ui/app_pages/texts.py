"""Texts: an article as it reads on a day."""

from __future__ import annotations

import streamlit as st

from ui.components.law import show_law
from ui.session import say

st.title(say("texts.title"), anchor=False)
show_law()
