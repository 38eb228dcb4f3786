"""The list of what was found: its model, and how it is painted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.matching import Query, excerpt, marked
from sharedprog.ui.search.found import FoundModel, Goal, Heading, Kind, Line
from sharedprog.ui.search.found_painter import FoundPainter
from sharedprog.ui.theme import Scheme, Theme
from tests.ui.audit import NASTY

PAY = Query("pay")
FOUND = (
    Heading("Risks", "1 of 12"),
    Line(
        Goal(Kind.ROW, "risks", "1"),
        marked("Rules differ", PAY),
        "R-012",
        "",
        "cause",
        "Cause",
        excerpt("Two sets of pay rules", PAY),
    ),
    Heading("Commands"),
    Line(Goal(Kind.COMMAND, "File: Import…"), marked("Import…", PAY), aside="Ctrl+I"),
)


@pytest.fixture
def model() -> FoundModel:
    made = FoundModel()
    made.show_lines(FOUND)
    return made


def test_the_list_is_a_sound_model(model: FoundModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_lines(FOUND[:2])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_headings_cannot_be_chosen_and_lines_can(model: FoundModel) -> None:
    assert model.choices == (1, 3)
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert Qt.ItemFlag.ItemIsSelectable & model.flags(model.index(1))


def test_a_screen_reader_hears_label_title_and_where_it_was_found(model: FoundModel) -> None:
    said = [model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(4)]
    assert said == [
        "Risks 1 of 12",
        "R-012 Rules differ, Cause: Two sets of pay rules",
        "Commands",
        "Import…, Ctrl+I",
    ]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_nasty_words_are_painted_as_they_are(qtbot: QtBot, theme: Theme, scheme: Scheme) -> None:
    theme.choose(scheme)
    query = Query("b img a safe")
    lines = [
        Line(Goal(Kind.ROW, "risks", str(n)), excerpt(text, query), text[:8], text[:30], "f", "F", excerpt(text, query))
        for n, text in enumerate(NASTY)
    ]
    view, model = QListView(), FoundModel()
    qtbot.addWidget(view)
    painter = FoundPainter(view)
    painter.give_labels(60)
    view.setItemDelegate(painter)
    view.setModel(model)
    model.show_lines([Heading(NASTY[1]), *lines])
    view.resize(300, 200)
    for place in range(len(lines) + 1):
        option = QStyleOptionViewItem()
        option.initFrom(view)
        option.rect.setRect(0, 0, 300, 60)
        option.state |= QStyle.StateFlag.State_Selected
        picture = QImage(300, 60, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as on:
            painter.paint(on, option, model.index(place))
        tip = model.index(place).data(Qt.ItemDataRole.ToolTipRole)
        assert tip is None or tip.startswith("<span>")
        assert "<img" not in str(tip)
        assert painter.sizeHint(option, model.index(place)).height() > 0


def test_what_was_looked_for_stands_out(qtbot: QtBot, theme: Theme) -> None:
    """A line with marks is painted otherwise than the same line without."""
    view = QListView()
    qtbot.addWidget(view)
    pictures = []
    for query in (PAY, Query("zebra")):
        model, painter = FoundModel(), FoundPainter(view)
        model.show_lines([Line(Goal(Kind.PAGE, "x"), marked("Payroll", query))])
        option = QStyleOptionViewItem()
        option.initFrom(view)
        option.rect.setRect(0, 0, 300, 30)
        picture = QImage(300, 30, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.white)
        with QPainter(picture) as on:
            painter.paint(on, option, model.index(0))
        pictures.append(picture)
    assert pictures[0] != pictures[1]
