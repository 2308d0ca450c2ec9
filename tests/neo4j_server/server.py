"""A real Neo4j for the tests: Neo4j Community, from Maven artefacts, as a process of its own."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

HERE = Path(__file__).parent
LIBRARIES = HERE.parent.parent / ".cache" / "neo4j" / "lib"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
HOW_TO_GET = (
    "these tests need a real Neo4j: install a Java 17 or 21 development kit and Maven (Debian: apt-get install "
    "openjdk-17-jdk-headless maven), or set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to an empty server for tests"
)


class ServerError(RuntimeError):
    """Neo4j cannot be started here; the message says what is missing and how to get it."""


def libraries() -> Path:
    """Folder with the jar files of the version in pom.xml; fetched once, then kept in .cache/neo4j.

    Raises ServerError if Maven is missing or fails.
    """
    pom = (HERE / "pom.xml").read_bytes()
    complete = LIBRARIES / "pom.xml"  # copied last: a folder with the present pom.xml is complete and up to date
    if not complete.exists() or complete.read_bytes() != pom:
        shutil.rmtree(LIBRARIES, ignore_errors=True)
        _run("mvn", "-q", "-B", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies",
             "-DincludeScope=runtime", f"-DoutputDirectory={LIBRARIES}")  # fmt: skip
        complete.write_bytes(pom)
    return LIBRARIES


@contextlib.contextmanager
def neo4j_server(password: str | None = None) -> Iterator[str]:
    """Start Neo4j Community on a free port, yield its URI, stop it. With `password`, user neo4j must log in.

    Raises ServerError if Java or Maven is missing, or if the server does not come up.
    """
    port, jars = free_port(), libraries()
    with tempfile.TemporaryDirectory(prefix="techpol-neo4j-") as home, Path(home, "java.log").open("w+") as log:
        command = ["java", "-Xmx512m", *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENED),
                   "-cp", f"{jars}/*", str(HERE / "Neo4jServer.java"), home, str(port)]  # fmt: skip
        process = _start([*command, *([password] if password else [])], log)
        try:
            _wait_until_ready(process, log)
            yield f"bolt://127.0.0.1:{port}"
        finally:
            _stop(process)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=600)
    except FileNotFoundError as error:
        raise ServerError(f"{command[0]} is not installed; {HOW_TO_GET}") from error
    except subprocess.CalledProcessError as error:
        raise ServerError(f"{command[0]} failed: {error.stdout[-2000:]}{error.stderr[-2000:]}; {HOW_TO_GET}") from error


def _start(command: list[str], log: IO[str]) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
    except FileNotFoundError as error:
        raise ServerError(f"java is not installed; {HOW_TO_GET}") from error


def _wait_until_ready(process: subprocess.Popen[str], log: IO[str]) -> None:
    """The server says READY once Bolt answers; end of output means that it died."""
    assert process.stdout
    if not any(line.strip() == "READY" for line in process.stdout):
        log.seek(0)
        raise ServerError(f"Neo4j did not start: {log.read()[-2000:]}; {HOW_TO_GET}")


def _stop(process: subprocess.Popen[str]) -> None:
    assert process.stdin and process.stdout
    process.stdin.close()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
