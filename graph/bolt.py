"""Between the Neo4j driver and us: its values and its errors, in our terms."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired, TransientError
from neo4j.graph import Node, Path, Relationship

from ..schema import StoreError, StoreUnavailableError


def rows(
    tx: neo4j.ManagedTransaction, statement: str, parameters: Mapping[str, Any] | None = None
) -> list[dict[str, Any]]:
    """What `statement` returns, as plain values."""
    result = tx.run(statement, dict(parameters or {}))
    columns = result.keys()
    return [dict(zip(columns, map(plain, record.values()), strict=True)) for record in result]


def plain(value: Any) -> Any:
    """`value` as JSON would have it: nodes and edges as their properties, a path as the list of both in turn."""
    match value:
        case Node() | Relationship() | dict():
            return {name: plain(item) for name, item in value.items()}
        case Path():
            steps = [step for pair in zip(value.nodes, value.relationships, strict=False) for step in pair]
            return [plain(step) for step in (*steps, value.end_node)]
        case list() | tuple():
            return [plain(item) for item in value]
        case None | bool() | int() | float() | str():
            return value
        case _:
            return value.iso_format() if hasattr(value, "iso_format") else str(value)


@contextlib.contextmanager
def explained(uri: str) -> Iterator[None]:
    """Turn errors of the driver into ours: StoreUnavailableError where trying again may help, else StoreError."""
    try:
        yield
    except (ServiceUnavailable, SessionExpired, TransientError) as error:
        remedy = "is the server running, and is the address right? then try again"
        raise StoreUnavailableError(f"Neo4j at {uri} does not answer: {_first_line(error)}", remedy=remedy) from error
    except AuthError as error:
        remedy = "set NEO4J_USER / NEO4J_PASSWORD"
        raise StoreError(f"wrong user or password for Neo4j at {uri}", remedy=remedy) from error
    except Neo4jError as error:
        raise StoreError(f"Neo4j refused: {error.message or error}") from error
    except DriverError as error:
        raise StoreError(f"Neo4j at {uri} cannot be used: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
