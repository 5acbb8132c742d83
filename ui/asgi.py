"""The app and the server in one process: pages for people, the same graph for their tools.

`streamlit run` finds the application in this file, by the form of the assignment below.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from kg.server.app import routes
from kg.services.service import open_service
from kg.settings import read_settings
from ui.page_language import PageLanguage

__all__ = ["app"]

_settings = read_settings()
_service = open_service(_settings)


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[None]:
    """End the processes of the service with the app."""
    try:
        yield
    finally:
        _service.close()


app = st.App(
    Path(__file__).with_name("streamlit_app.py"),
    routes=routes(_service),
    # Streamlit serves its scripts as they are: they shrink to a third on the way.
    middleware=[
        Middleware(GZipMiddleware, minimum_size=1024),
        Middleware(PageLanguage, default=_settings.lang),
    ],
    lifespan=_lifespan,
)
