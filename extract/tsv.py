"""Tables of `seeds/` and of users: tab-separated, UTF-8, a header line, `#` comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ..schema import SeedError


@dataclass(frozen=True)
class Row:
    """One line of a table; `cells` has a (possibly empty) value for every column."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def names(self, column: str) -> tuple[str, ...]:
        """The values of a cell that holds several, divided by `|`."""
        return tuple(name for part in self.cells[column].split("|") if (name := part.strip()))

    def error(self, message: str, remedy: str = "see seeds/README.md") -> SeedError:
        """The error to raise about this line."""
        return SeedError(message, file=self.file, line=self.line, remedy=remedy)


def seed_path(name: str) -> Path:
    """The file that `techpol.seeds` ships under `name`."""
    return Path(str(files("techpol.seeds"))) / name


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of the table at `path`, whose header must name `columns` in this order.

    Raises SeedError, with file and line, if the header is another one or a line has too many cells.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError(f"cannot be read: {error}", file=path) from error
    header_seen = False
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header_seen:
            _check_header(path, number, cells, columns)
            header_seen = True
            continue
        if len(cells) > len(columns):
            remedy = f"one tab between two cells; the columns are {', '.join(columns)}"
            raise SeedError(f"{len(cells)} cells, but {len(columns)} columns", file=path, line=number, remedy=remedy)
        cells += [""] * (len(columns) - len(cells))
        yield Row(str(path), number, dict(zip(columns, cells, strict=True)))


def _check_header(path: Path, number: int, cells: list[str], columns: Sequence[str]) -> None:
    if cells != list(columns):
        raise SeedError(f"the header must be: {' '.join(columns)}", file=path, line=number, remedy="divide by tabs")
