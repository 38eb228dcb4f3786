"""Runs Python in this program's own environment, made first where it is missing or out of date.

python3 installer/start.py main.py --sample
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = str(ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
STAMP = ENVIRONMENT / "made-from"


def make_environment() -> None:
    """The environment of uv.lock. Its stamp is written last: one left half made is made anew."""
    version = ".".join(map(str, sys.version_info[:2]))
    wanted = version + " " + hashlib.sha256((ROOT / "uv.lock").read_bytes()).hexdigest()
    made_from = STAMP.read_text() if STAMP.exists() and Path(PYTHON).exists() else ""
    if made_from == wanted:
        return
    if sys.version_info < (3, 11) or importlib.util.find_spec("ensurepip") is None:
        apt = (ROOT / "installer" / "debian.txt").read_text().strip()
        sys.exit(f"Python 3.11 or later with its venv module is needed; on Debian and Ubuntu: {apt}")
    print("Making the environment in .venv; this takes a minute.", file=sys.stderr, flush=True)
    if made_from.startswith(version + " "):
        STAMP.unlink()
    else:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        venv.create(ENVIRONMENT, with_pip=True, symlinks=os.name != "nt")
    uv = str(ROOT / "installer" / "uv.txt")
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", uv], check=True)
    here = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(ENVIRONMENT), "VIRTUAL_ENV": str(ENVIRONMENT)}
    sync = [PYTHON, "-m", "uv", "sync", "--quiet", "--locked", "--python", PYTHON]
    subprocess.run(sync, check=True, cwd=ROOT, env=here)
    STAMP.write_text(wanted)


def start(arguments: list[str]) -> None:
    """Never returns. A script that is not in the current folder is looked for in the program's."""
    if arguments and not Path(arguments[0]).exists() and (ROOT / arguments[0]).exists():
        arguments = [str(ROOT / arguments[0]), *arguments[1:]]
    if os.name == "nt":
        sys.exit(subprocess.call([PYTHON, *arguments]))
    os.execv(PYTHON, [PYTHON, *arguments])


if __name__ == "__main__":
    try:
        make_environment()
        start(sys.argv[1:])
    except subprocess.CalledProcessError:
        sys.exit("The environment could not be made, for the reason above. Start again to carry on.")
    except KeyboardInterrupt:
        sys.exit("Stopped. Start again to carry on.")
