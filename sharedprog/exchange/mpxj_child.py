"""Turns a plan of another program into Microsoft Project XML with the MPXJ library, in a process of its own.

Run as a file, ``mpxj_child.py SOURCE TARGET``, by ``conversion``; it knows nothing else of the program. Says how it
went in one line of JSON. Ends, and leaves nothing behind, as soon as nobody holds its standard input any more.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from threading import Thread
from typing import Any

JAVA = (
    "-Xmx1g",
    "-Djava.awt.headless=true",
    "-Djavax.xml.accessExternalDTD=",  # a plan in XML may not fetch other files, here or elsewhere
    "-Djavax.xml.accessExternalSchema=",
    "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
)


def main(source: str, target: str) -> None:
    """Convert, and say what came of it."""
    Thread(target=_end_when_alone, args=(Path(target).parent,), daemon=True).start()
    outcome = _converted(source, target)
    sys.stdout.write("\n" + json.dumps(outcome) + "\n")
    sys.stdout.flush()
    os._exit(0)  # a Java runtime may keep a process waiting


def _end_when_alone(folder: Path) -> None:
    sys.stdin.buffer.read()
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _converted(source: str, target: str) -> dict[str, object]:
    """``{"outcome": "done"}``, with the names of other projects in the file, or why there is nothing."""
    import jpype
    import mpxj  # noqa: F401 - tells Java where its classes are

    try:
        jpype.startJVM(*JAVA, convertStrings=True)
    except (jpype.JVMNotFoundException, jpype.JVMNotSupportedException, OSError, RuntimeError):
        return {"outcome": "java"}
    try:
        plans = list(jpype.JClass("org.mpxj.reader.UniversalProjectReader")().readAll(source) or ())
        plans = [plan for plan in plans if plan is not None]
        if not plans:
            return {"outcome": "unknown"}
        first = next((plan for plan in plans if plan.getProjectProperties().getExportFlag()), plans[0])
        jpype.JClass("org.mpxj.mspdi.MSPDIWriter")().write(first, target)
    except jpype.JException as error:
        return {"outcome": _why(error)}
    return {"outcome": "done", "others": [_name(plan) for plan in plans if plan is not first]}


def _why(error: Any) -> str:  # noqa: ANN401 - an exception of Java
    told = ""
    while error is not None:
        told += f"{error.getClass().getName()}: {error.getMessage()}\n"
        error = error.getCause()
    if "OutOfMemoryError" in told:
        return "memory"
    if "UnsupportedClassVersionError" in told:
        return "java"  # an older one than the library is written for
    return "password" if "password" in told.lower() else "damaged"


def _name(plan: Any) -> str:  # noqa: ANN401 - an object of Java
    properties = plan.getProjectProperties()
    return str(properties.getProjectTitle() or properties.getName() or "a project without a name")


if __name__ == "__main__":
    main(*sys.argv[1:])
