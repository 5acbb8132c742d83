"""`kg audit`, as it is typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def kg(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from kg.cli.app import main; main()", "audit", *arguments],
        env={**os.environ, "HDS_LANG": "en"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_a_text_that_cites_superseded_law_exits_with_one(tmp_path: Path) -> None:
    memo = tmp_path / "memo.txt"
    memo.write_text("Voir LEGIARTI000049571347.", encoding="utf-8")

    done = kg(str(memo), "--date", "2026-11-23", "--lang", "fr")

    assert done.returncode == 1
    assert "DÉPASSÉE depuis le 01/07/2025" in done.stdout
    assert done.stderr == ""


def test_a_text_that_cites_the_law_in_force_exits_with_zero(tmp_path: Path) -> None:
    memo = tmp_path / "memo.md"
    memo.write_text("See L. 1111-8 II of the Public Health Code.", encoding="utf-8")

    done = kg(str(memo), "--date", "2026-11-23", "--format", "json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["citations"][0]["status"] == "in_force"


def test_a_file_of_another_kind_exits_with_two(tmp_path: Path) -> None:
    image = tmp_path / "memo.png"
    image.write_bytes(b"\x89PNG")

    done = kg(str(image))

    assert done.returncode == 2
    assert "allowed: .txt, .md, .docx, .pdf" in done.stderr
    assert done.stdout == ""
