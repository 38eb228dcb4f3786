"""Plans in the formats of other programs: turned into XML by a child process that may be absent, fail or hang."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sharedprog.exchange import conversion
from sharedprog.exchange.conversion import child, converted, installed
from sharedprog.exchange.plan_files import read_plan
from sharedprog.exchange.plan_formats import FORMATS, PLAN_ENDINGS
from sharedprog.exchange.trouble import AS_PLAN, Unreadable
from tests.exchange.plans import plan_text, task

PLAN = plan_text(task(1, "Let the contract"), task(2, "Move in"))
P6 = '<APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V8.3/API/BusinessObjects"/>'


@pytest.fixture
def mpp(tmp_path: Path) -> Path:
    path = tmp_path / "Depot.mpp"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a plan")
    return path


def command(folder: Path, program: str) -> tuple[str, ...]:
    """A child that stands in for the real one; it notes where it was told to write."""
    script = folder / "child.py"
    noting = (
        f"import json, sys, os\nsource, target = sys.argv[1:]\nopen({str(folder / 'noted')!r}, 'w').write(target)\n"
    )
    script.write_text(noting + program, encoding="utf-8")
    return (sys.executable, str(script))


def gone(folder: Path) -> bool:
    """Whether the folder that the child was told to write to is there no more."""
    return not Path((folder / "noted").read_text(encoding="utf-8")).parent.exists()


def told(outcome: str) -> str:
    return f"print('words of a library')\nprint(json.dumps({{'outcome': {outcome!r}}}))\n"


def test_the_xml_that_the_child_writes_is_taken_and_nothing_is_left_behind(mpp: Path, tmp_path: Path) -> None:
    writing = f"open(target, 'w', encoding='utf-8').write({PLAN!r})\n"
    saying = "print(json.dumps({'outcome': 'done', 'others': ['Offices']}))"
    made = converted(mpp, command(tmp_path, writing + saying))
    assert (made.xml.decode(), made.others) == (PLAN, ("Offices",))
    assert gone(tmp_path)


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        (told("java"), "which takes Java to read, and this computer has none that can be used; install Java, or open"),
        (told("unknown"), "it was not recognised as a plan in Microsoft Project's own format; open it"),
        (told("password"), "it is protected by a password; take that off in its own program, or open it"),
        (told("memory"), "it needs more memory than it may have; open it"),
        (told("damaged"), "it is damaged, or of a version that is not known; open it"),
        (told("done"), "what turns it into XML stopped before it was done; open it"),
        ("sys.exit(1)", "what turns it into XML stopped before it was done; open it"),
        ("os.abort()", "what turns it into XML stopped before it was done; open it"),
        ("print('[1]')", "what turns it into XML stopped before it was done; open it"),
        ("sys.stdout.buffer.write(bytes(range(256)))", "what turns it into XML stopped before it was done; open it"),
    ],
)
def test_what_goes_wrong_in_the_child_is_told_in_a_sentence(
    mpp: Path, tmp_path: Path, program: str, sentence: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        converted(mpp, command(tmp_path, program))
    assert str(caught.value).startswith("“Depot.mpp” could not be read: ")
    assert sentence in str(caught.value)
    assert str(caught.value).endswith(AS_PLAN)
    assert gone(tmp_path)


def test_a_child_that_hangs_is_ended_and_told(mpp: Path, tmp_path: Path) -> None:
    identity = tmp_path / "identity"
    hanging = f"open({str(identity)!r}, 'w').write(str(os.getpid()))\nsys.stdin.read()\n"
    with pytest.raises(Unreadable, match="took more than 3 seconds and was stopped; open it in Microsoft Project"):
        converted(mpp, command(tmp_path, hanging), seconds=3)
    with pytest.raises(ProcessLookupError):
        os.kill(int(identity.read_text(encoding="utf-8")), 0)
    assert gone(tmp_path)


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_without_the_extra_every_format_says_what_it_is_and_what_to_do(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "LIBRARIES", ("a_library_that_is_nowhere",))
    path = tmp_path / f"Depot{ending}"
    path.write_text(P6, encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        read_plan(path)
    kind = FORMATS[ending]
    assert str(caught.value) == (
        f"“Depot{ending}” could not be read: it is {kind.words}; {kind.instead} "
        "With the extra “sharedprog[msproject]” and Java installed, it is read as it is."
    )
    assert ending in PLAN_ENDINGS


def test_an_empty_file_is_told_before_any_child_is_begun(tmp_path: Path) -> None:
    path = tmp_path / "Depot.xer"
    path.touch()
    with pytest.raises(Unreadable, match="it is empty"):
        converted(path, ("there is no such command",))


# The child itself, with libraries that stand in for the real ones


def run_child(folder: Path, jpype: str) -> tuple[subprocess.Popen[bytes], Path]:
    """The real child beside a pretended JPype; and the folder that it is to write to."""
    (folder / "jpype.py").write_text(jpype, encoding="utf-8")
    (folder / "mpxj.py").touch()
    private = folder / "private"
    private.mkdir()
    arguments = [*child(), str(folder / "Depot.mpp"), str(private / "plan.xml")]
    environment = os.environ | {"PYTHONPATH": str(folder)}
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    return process, private


NO_JAVA = """
class JVMNotFoundException(ValueError): pass
class JVMNotSupportedException(ValueError): pass
def startJVM(*options, convertStrings):
    raise JVMNotFoundException("none")
"""
HANGS = """
import threading
def startJVM(*options, convertStrings):
    print("begun", flush=True)
    threading.Event().wait()
"""


def test_the_child_says_that_there_is_no_java(tmp_path: Path) -> None:
    process, _ = run_child(tmp_path, NO_JAVA)
    with process:
        assert process.stdout is not None
        assert json.loads(process.stdout.read()) == {"outcome": "java"}


def test_a_child_whose_parent_was_ended_ends_too_and_leaves_nothing(tmp_path: Path) -> None:
    process, private = run_child(tmp_path, HANGS)
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline().strip() == b"begun"
        process.stdin.close()  # as the system does when an import is cancelled
        assert process.wait(30) == 1
    assert not private.exists()


def test_the_window_never_loads_the_library() -> None:
    loading = "import sys, sharedprog.ui.import_commands, sharedprog.exchange.plan_files; print('jpype' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loading], capture_output=True, check=True).stdout.strip() == b"False"


def test_whether_the_extra_is_there_is_known_without_loading_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "LIBRARIES", ("json",))
    assert installed()
