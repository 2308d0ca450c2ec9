"""What others install: wheel, source distribution and editable install, each in an environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("schema", "extract", "graph", "seeds")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
KINDS = ("wheel", "sdist", "editable")

CHECK = """\
import sys
from importlib.util import find_spec
from importlib.resources import files
from techpol.schema import Vocabulary
assert len(Vocabulary.default().relations) == 35
assert (files("techpol.seeds") / "actors" / "countries.tsv").is_file()
assert (files("techpol.seeds") / "samples" / "macron-musk-ar.txt").is_file()
import techpol.graph, techpol.extract
for name in ("schema", "extract", "graph", "seeds", "notebooks", "tests", "conftest"):
    assert find_spec(name) is None, name
    assert name not in sys.modules, name
"""


def source_files(folder: Path) -> set[str]:
    """Everything that belongs to the packages, relative to the project's root."""
    return {
        file.relative_to(folder).as_posix()
        for name in FOLDERS
        for file in (folder / name).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def run(*command: str | Path, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(kind: str, source: Path, out: Path) -> Path:
    """Call setuptools as pip does, but with the setuptools that is here, so that nothing is downloaded."""
    call = f"from setuptools import build_meta; print(build_meta.build_{kind}({str(out)!r}))"
    return out / run(sys.executable, "-c", call, cwd=source).splitlines()[-1]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the packages are built from: building leaves files behind."""
    copy = tmp_path_factory.mktemp("packaging") / "source"
    for name in FOLDERS:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    return copy


@pytest.fixture(scope="module")
def built(source: Path) -> dict[str, Path]:
    """The wheels that pip would install, by kind of installation."""
    out = source.parent
    sdist = build("sdist", source, out)
    shutil.unpack_archive(sdist, out)
    unpacked = out / sdist.name.removesuffix(".tar.gz")
    folders = {kind: out / kind for kind in KINDS}
    for folder in folders.values():
        folder.mkdir()
    return {
        "wheel": build("wheel", source, folders["wheel"]),
        "sdist": build("wheel", unpacked, folders["sdist"]),
        "editable": build("editable", source, folders["editable"]),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_installed_into_a_fresh_environment(kind: str, built: dict[str, Path], tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "--without-pip", "venv", cwd=tmp_path)
    python = tmp_path / "venv" / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", built[kind],
        cwd=tmp_path)  # fmt: skip
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    # Dependencies come from the environment of the tests; its own techpol stands after the one installed here.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))

    bare = {entry.name.partition(".")[0] for entry in packages.iterdir()} & {*FOLDERS, "notebooks", "tests"}
    assert not bare
    run(python, "-c", CHECK, cwd=tmp_path)
    where = Path(run(python, "-c", "import techpol.graph as g; print(g.__file__)", cwd=tmp_path).strip()).resolve()
    home = built[kind].parents[1] / "source" if kind == "editable" else packages.resolve()
    assert home.resolve() in where.parents
    techpol = python.with_name("techpol")
    assert run(techpol, "--version", cwd=tmp_path) == f"techpol {PROJECT['project']['version']}\n"
    assert '"INVESTS_IN"' in run(techpol, "schema", "--json", cwd=tmp_path)


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_every_file_is_inside(kind: str, built: dict[str, Path], source: Path) -> None:
    """Code, YAML, tables, samples with their gold, py.typed: nothing of the packages is left out, and nothing added."""
    with zipfile.ZipFile(built[kind]) as archive:
        inside = {name.removeprefix("techpol/") for name in archive.namelist() if name.startswith("techpol/")}
    assert inside == source_files(source)


def test_every_package_is_declared() -> None:
    """An undeclared one works in an editable install, but is missing from the wheel."""
    folders = {file.parent.relative_to(ROOT) for name in FOLDERS for file in (ROOT / name).rglob("__init__.py")}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == {".".join(("techpol", *f.parts)) for f in folders}


def test_every_requirement_is_pinned() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pinned = {name(line) for line in lines if "==" in line}
    assert all("==" in line or line.startswith("#") for line in lines)
    extras = PROJECT["project"]["optional-dependencies"]
    wanted = {name(need) for need in [*PROJECT["project"]["dependencies"], *extras["dev"], *extras["notebook"]]}
    assert wanted - {"techpol"} <= pinned


def name(requirement: str) -> str:
    """Normalised name of the package in a requirement such as `networkx[default]>=3.3`."""
    end = next((at for at, char in enumerate(requirement) if char in "[<>=!~; "), len(requirement))
    return requirement[:end].lower().replace("_", "-").replace(".", "-")
