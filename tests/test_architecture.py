"""How the program is built, read from its source."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "sharedprog"
SOURCES = [ROOT / "main.py", *sorted(PACKAGE.rglob("*.py"))]
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
WORDS_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "manager", "base", "mixin", "mixins", "misc"}

# contract, folder of the file that breaks it, the line that does
VIOLATIONS = [
    ("layers", "domain", "import sharedprog.store"),
    ("layers", "store", "import sharedprog.reports"),
    ("layers", "reports", "import sharedprog.exchange"),
    ("layers", "usecases", "def late() -> None:\n    import sharedprog.ui"),
    ("layers", ".", "NOTHING = 0"),
    ("reach", "ui", "from sharedprog import store"),
    ("qt", "usecases", "def late() -> None:\n    import PySide6.QtCore"),
    ("qt", "reports", "import pypdfium2"),
    ("sql", "usecases", "import sqlite3"),
    ("sql", "ui", "import sqlalchemy.orm"),
    ("pdf", "usecases", "from reportlab.lib import colors"),
    ("pdf", "ui", "import matplotlib.pyplot"),
    ("registers", "domain/registers", "from sharedprog.domain.registers import risks"),
    ("domain", "domain", "import holidays"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the package in a folder."""
    command = "from importlinter.cli import lint_imports_command as lint; lint()"
    words = [sys.executable, "-c", command, "--no-logo", "--no-cache"]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def test_every_import_goes_down_through_the_layers() -> None:
    report = lint(ROOT)
    assert report.returncode == 0, report.stdout + report.stderr


def test_each_planted_violation_breaks_its_contract(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "sharedprog", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for number, (_, folder, line) in enumerate(VIOLATIONS):
        (tmp_path / "sharedprog" / folder / f"planted_{number:02}.py").write_text(line + "\n")
    report = lint(tmp_path)
    assert report.returncode == 1
    told = by_contract(report.stdout)
    kept = [each for number, each in enumerate(VIOLATIONS) if f"planted_{number:02}" not in told[each[0]]]
    assert kept == []


def by_contract(report: str) -> dict[str, str]:
    """What a report says of each broken contract, by the contract's id."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    ids = {contract["name"]: contract["id"] for contract in project["tool"]["importlinter"]["contracts"]}
    parts = [part.partition("\n") for part in re.split(r"\n(?=[^\n]+\n-{5,}\n)", report)]
    return {ids[name]: words for name, _, words in parts if name in ids}


def test_the_domain_imports_only_the_standard_library() -> None:
    graph = grimp.build_graph("sharedprog", include_external_packages=True, cache_dir=None)
    domain = {"sharedprog.domain", *graph.find_descendants("sharedprog.domain")}
    imported = {other for module in domain for other in graph.find_modules_directly_imported_by(module)}
    assert imported - domain <= sys.stdlib_module_names


def test_files_and_functions_stay_small_enough_to_hold_in_mind() -> None:
    lines = {source: len(source.read_text(encoding="utf-8").splitlines()) for source in SOURCES}
    assert [source for source, count in lines.items() if count > LONGEST_FILE] == []
    assert [name for source in SOURCES for name in too_long(source)] == []


def test_everything_public_is_explained() -> None:
    assert [name for source in SOURCES for name in unexplained(source)] == []


def test_file_names_say_what_is_in_them() -> None:
    names = [source.relative_to(ROOT) for source in SOURCES]
    assert [name for name in names if WORDS_THAT_SAY_NOTHING & set(name.stem.split("_"))] == []


def too_long(source: Path) -> list[str]:
    """The functions of a file that have too many lines, decorators not counted."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [
        f"{source.name}: {node.name}"
        for node in functions
        if (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]


def unexplained(source: Path) -> list[str]:
    """The module, its public classes and their public functions, where they have no docstring."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    missing = [] if ast.get_docstring(tree) else [f"{source.name}: the module"]
    waiting = list(tree.body)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or node.name[0] == "_":
            continue
        if not ast.get_docstring(node):
            missing.append(f"{source.name}: {node.name}")
        if isinstance(node, ast.ClassDef):
            waiting.extend(node.body)
    return missing
