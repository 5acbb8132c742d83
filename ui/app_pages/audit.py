"""Audit: what the citations and the claims of a text are worth on a day."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from kg.domain.audits import AuditReport
from kg.errors import HdsError
from kg.services.audit import MOST_BYTES, audit, audit_as_json, audit_as_text, read_upload
from kg.services.scales import first_day
from ui.components.audit import citation_table, claim_table, verdict_line
from ui.components.controls import fault_list
from ui.components.markup import element, show
from ui.components.widgets import LAST_DAY
from ui.session import date_format, language, say, today, workspace

_MOST_SIGNS = 500_000


def page() -> None:
    """Show where the text is given, and the report on the last one."""
    st.title(say("audit.title"), anchor=False)
    show(element("p", say("audit_lead"), class_="lead"))
    text = st.text_area(
        say("audit_text"),
        height=220,
        max_chars=_MOST_SIGNS,
        key="audit_text",
        persist_state="session",
    )
    upload, day = st.columns([5, 3], vertical_alignment="bottom")
    with upload:
        file = st.file_uploader(
            say("audit_file", most=MOST_BYTES // 2**20),
            type=["txt", "md", "docx", "pdf"],
            key="audit_file",
            help=say("audit_file_help"),
            max_upload_size=MOST_BYTES // 2**20,
        )
    with day:
        on = st.date_input(
            say("day"),
            today(),
            min_value=first_day(workspace()),
            max_value=LAST_DAY,
            key="audit_day",
            format=date_format(),
        )
    if st.button(say("audit_run"), type="primary", disabled=on is None) and on is not None:
        _run(file, text or "", on)
    _report(st.session_state.get("audit"))


def _run(file: UploadedFile | None, text: str, day: date) -> None:
    """Audit the file, else the text; keep the report, or why there is none."""
    if file is None and not text.strip():
        st.session_state["audit"] = None
        show(element("p", say("audit_nothing"), class_="change", role="status"))
        return
    try:
        with st.spinner(say("audit_running")):
            given = read_upload(file.name, file.getvalue()) if file is not None else text
            st.session_state["audit"] = audit(workspace(), given, on=day)
    except HdsError as error:
        st.session_state["audit"] = error


def _report(report: object) -> None:
    if isinstance(report, HdsError):
        show(fault_list(report.faults))
    elif isinstance(report, AuditReport):
        show(verdict_line(report))
        if not report.citations and not report.claims:
            show(element("p", say("audit_found_none"), class_="note"))
        if report.citations:
            show(citation_table(report))
        if report.claims:
            show(claim_table(report))
        _downloads(report)


def _downloads(report: AuditReport) -> None:
    name = f"audit_{report.day.isoformat()}"
    with st.container(horizontal=True):
        st.download_button(
            say("save_audit"),
            audit_as_text(report, language()),
            file_name=f"{name}.txt",
            on_click="ignore",
        )
        st.download_button(
            say("save_audit_json"),
            audit_as_json(report),
            file_name=f"{name}.json",
            mime="application/json",
            on_click="ignore",
        )


page()
