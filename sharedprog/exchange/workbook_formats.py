"""The formats of a workbook, cut down to those that tell a day from a number."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def number_formats(styles: bytes) -> bytes:
    """The style sheet with its number formats alone; as it was where it cannot be read.

    Other programs leave blank fills and fonts in theirs, which Excel forgives and openpyxl refuses.
    """
    try:
        root = ElementTree.fromstring(styles, forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, LookupError, ValueError):
        return styles
    named = "".join(
        f"<numFmt numFmtId={quoteattr(form.get('numFmtId', ''))} formatCode={quoteattr(form.get('formatCode', ''))}/>"
        for form in root.iterfind(f"{{{MAIN}}}numFmts/{{{MAIN}}}numFmt")
    )
    used = "".join(
        f"<xf numFmtId={quoteattr(form.get('numFmtId', '0'))}/>"
        for form in root.iterfind(f"{{{MAIN}}}cellXfs/{{{MAIN}}}xf")
    )
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{named}</numFmts><cellXfs>{used}</cellXfs></styleSheet>'.encode()
