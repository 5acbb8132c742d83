"""`kg portfolio`: many cases, one answer a line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from kg.cli.options import AUTHORITY, DATE, day_of, today
from kg.services.cases import case_bytes
from kg.services.export import write_file
from kg.services.portfolio import Task, answer_all, case_files

__all__ = ["portfolio_command"]


def portfolio_command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...", help="Case files, and folders of them.", show_default=False
        ),
    ],
    *,
    output: Annotated[
        Path, typer.Option("--output", metavar="FILE", help="The file to write: JSON Lines.")
    ],
    scheduler: Annotated[
        str,
        typer.Option("--scheduler", metavar="ADDRESS", help="A Dask scheduler: tcp://host:8786."),
    ] = "",
    day: DATE = "",
    authority: AUTHORITY = "",
) -> None:
    """Answer many cases, on every processor or on a cluster; one answer a line, in their order.

    Example: kg portfolio suppliers/ --output answers.jsonl
    """
    on = day_of(day) if day else None
    tasks = [
        Task(text=case_bytes(path), source=str(path), today=today(), day=on, floor=authority)
        for path in case_files(paths)
    ]
    console = Console(stderr=True)
    answers = track(
        answer_all(tasks, scheduler=scheduler),
        "",
        total=len(tasks),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    lines = list(answers)
    write_file(output, "".join(f"{line}\n" for line in lines).encode())
    typer.echo(f"{output}: {len(lines)}", err=True)
