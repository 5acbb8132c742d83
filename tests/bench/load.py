"""The server under load: four clients who mean well, then a fifth who does not."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import perf_counter
from urllib.parse import urlencode, urlsplit

from tests.bench.clock import best

CLIENTS = 4
SECONDS = 10.0
QUERIES = (
    "SELECT ?n ?l { ?n a hds:Norm ; skos:prefLabel ?l } ORDER BY ?n LIMIT 20",
    "SELECT ?c { ?c rdfs:subClassOf+ hds:Actor }",
    "ASK { hds:Host a owl:Class }",
    "SELECT ?g (COUNT(*) AS ?k) { ?s a ?g } GROUP BY ?g ORDER BY DESC(?k) LIMIT 10",
)
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
KG = "from kg.cli.app import main; main()"


@dataclass(frozen=True, kw_only=True)
class Load:
    """What four clients got: requests a second, the 99th percentile in seconds, other statuses."""

    rate: float
    slowest: float
    failed: int

    def __str__(self) -> str:
        """Return the figures, as a person reads them."""
        told = f"{self.rate:7.0f} requests/s, 99th percentile {self.slowest * 1e3:6.1f} ms"
        return told + (f", {self.failed} NOT ANSWERED" if self.failed else "")


def served() -> Iterator[str]:
    """Yield the lines on the server of a release: its start, then its load."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-c", KG, "build", "--output", folder], check=True,
                       capture_output=True)  # fmt: skip
        start = best(lambda: first_answer(folder), 3)
        yield f"kg serve on a release, to its first answer{start * 1e3:21.0f} ms   aim: 1000 ms"
        with server(folder) as at:
            loaded(at, seconds=2)
            calm = loaded(at)
            yield f"{CLIENTS} clients{calm!s:>70}   aim: 300 requests/s, 100 ms"
            troubled = attacked(at)
            yield f"{CLIENTS} clients, one more in a runaway query{troubled!s:>41}"
            yield f"  of the rate without him{troubled.rate / calm.rate:38.2f}   aim: 0.90"


def first_answer(folder: str) -> None:
    """Start a server and get one answer from it."""
    with server(folder) as at:
        asked(http.client.HTTPConnection(at), "ASK {}")


@contextmanager
def server(folder: str) -> Iterator[str]:
    """Run `kg serve` on a folder of releases, and yield where it listens."""
    environ = {**os.environ, "HDS_RELEASE": folder, "HDS_LANG": "en"}
    command = [sys.executable, "-c", KG, "serve", "--port", "0"]
    with subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        words = process.stderr.readline().split()
        yield urlsplit(next(word for word in words if word.startswith("http"))).netloc
        process.terminate()


def asked(connection: http.client.HTTPConnection, query: str) -> int:
    """Ask once, and return the status."""
    connection.request("GET", f"/sparql?{urlencode({'query': query})}")
    answer = connection.getresponse()
    answer.read()
    return answer.status


def loaded(at: str, seconds: float = SECONDS) -> Load:
    """Have four clients ask without a pause, each its own queries in turn."""
    end = perf_counter() + seconds
    spent: list[float] = []
    failed: list[int] = []

    def client(number: int) -> None:
        connection = http.client.HTTPConnection(at)
        while (start := perf_counter()) < end:
            number += 1
            status = asked(connection, QUERIES[number % len(QUERIES)])
            spent.append(perf_counter() - start)
            if status != http.client.OK:
                failed.append(status)

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    in_order = sorted(spent)
    return Load(
        rate=len(spent) / seconds,
        slowest=in_order[int(len(in_order) * 0.99)],
        failed=len(failed),
    )


def attacked(at: str) -> Load:
    """Have four clients ask while a fifth asks for ever what has no end."""
    stop = threading.Event()

    def attack() -> None:
        connection = http.client.HTTPConnection(at)
        with suppress(OSError, http.client.HTTPException):  # the server ends before he does
            while not stop.is_set():
                asked(connection, RUNAWAY)

    attacker = threading.Thread(target=attack, daemon=True)
    attacker.start()
    found = loaded(at, SECONDS * 2)
    stop.set()
    return found
