"""`techpol schema`: what may be said."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from rich.table import Column, Table

from ...schema import LANGUAGES, Triple, Vocabulary
from .console import print_table, results
from .options import Json, SchemaFile, load_vocabulary

SIGNS = {-1: "−", 0: "·", 1: "+"}


def schema(schema: SchemaFile = None, as_json: Json = False) -> None:
    """Print the types of actors and relations, with their definitions; with `--json` the JSON Schema of a triple line.

    Example: `techpol schema --schema own.yaml`
    """
    vocabulary = load_vocabulary(schema)
    if as_json:
        results.out(json.dumps(json_schema(vocabulary), ensure_ascii=False, indent=2))
        return
    print_table(_relation_table(vocabulary))
    print_table(_entity_table(vocabulary))


def json_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of a triples file, closed to the types of `vocabulary`."""
    described = Triple.model_json_schema(mode="serialization")
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    described["properties"]["relation"]["enum"] = sorted(vocabulary.relations)
    described["$defs"]["Actor"]["properties"]["type"]["enum"] = sorted(vocabulary.entities)
    described["required"] = [name for name in described["required"] if name != "id"]
    return described


def _relation_table(vocabulary: Vocabulary) -> Table:
    columns = ("family", Column("relation", no_wrap=True), "what it says", "between", "labels")
    table = Table(*columns, title="Relations", show_lines=True)
    for name, kind in vocabulary.relations.items():
        ends = f"{_types(kind.subject, vocabulary)}\n{'↔' if kind.symmetric else '→'} {_types(kind.object, vocabulary)}"
        labels = "\n".join(kind.labels[language] for language in LANGUAGES)
        table.add_row(kind.family, f"{SIGNS[kind.polarity]} {name}", kind.definition, ends, labels)
    table.caption = "+ friendly, − hostile, · neither; ↔ the order of the two does not matter"
    return table


def _types(names: Collection[str], vocabulary: Vocabulary) -> str:
    """The names in the order of the vocabulary, or what is missing where that is shorter."""
    missing = [name for name in vocabulary.entities if name not in names]
    if not missing:
        return "any"
    if len(missing) < len(names):
        return f"any but {', '.join(missing)}"
    return ", ".join(name for name in vocabulary.entities if name in names)


def _entity_table(vocabulary: Vocabulary) -> Table:
    table = Table("type", "what it is", "labels", "Wikidata", title="Actors", show_lines=True)
    for name, kind in vocabulary.entities.items():
        labels = "\n".join(kind.labels[language] for language in LANGUAGES if language in kind.labels)
        table.add_row(name, kind.definition, labels, kind.wikidata or "")
    return table
