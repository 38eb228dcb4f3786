"""Bars are coloured by partner or workstream; marks and a legend say the same without colour."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.ui.gantt.buttons import MoreButton
from sharedprog.ui.gantt.palette import COLOURS, mixed, palette
from sharedprog.ui.screens.plan import PlanPage
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.tokens import current
from tests.ui.gantt import pointer


def choose(page: PlanPage, words: str) -> None:
    """Colour the bars, as a person does from the button with three dots."""
    (more,) = page.findChildren(MoreButton)
    more.menu().aboutToShow.emit()
    (menu,) = (each for each in page.findChildren(QMenu) if each.title() == "Colour bars by")
    next(action for action in menu.actions() if action.text() == words).trigger()
    QApplication.processEvents()


def give(page: PlanPage, title: str, field: str, row_id: str) -> None:
    page.session.document.edit(TASKS, pointer.task(page, title).id, field, row_id)


def left_of(page: PlanPage, title: str) -> QColor:
    """The colour in the middle of a bar of which nothing is done."""
    return page.chart.viewport().grab().toImage().pixelColor(pointer.box(page, title).center().toPoint())


def test_bars_take_the_colour_of_their_partner_and_the_choice_is_kept(plan: PlanPage) -> None:
    document = plan.session.document
    ashmere = document.add(PARTNERS, title="Ashmere", short_name="ABC", colour="plum")
    give(plan, "Move", "partner", ashmere)
    before = left_of(plan, "Move")
    choose(plan, "Partner")
    assert plan.chart.coloured_by == "partner"
    assert left_of(plan, "Move") != before
    assert plan.legend.isVisible()
    assert "ABC  Ashmere" in plan.legend.words
    assert plan.legend.words[-2:] == ("All partners", "Critical")
    assert "ABC  Ashmere" in plan.legend.accessibleDescription()
    assert plan.chart.words_after(plan.chart.sight.window.row(3)) == "ABC"
    choose(plan, "Nothing")
    assert not plan.legend.isVisible()
    assert left_of(plan, "Move") == before


def test_the_row_the_person_is_on_stays_in_sight_above_the_legend(plan: PlanPage, qtbot: QtBot) -> None:
    for number in range(60):
        plan.session.document.add(TASKS, title=f"More {number}", duration=480)
    QApplication.processEvents()
    last = plan.table.rowAt(plan.table.viewport().height() - plan.outline.row_height)
    plan.table.go_to(plan.model.ids[last])
    choose(plan, "Partner")
    assert plan.legend.isVisible()

    def is_in_sight() -> bool:
        place = plan.table.visualRect(plan.table.currentIndex())
        return plan.table.viewport().rect().contains(place.center())

    qtbot.waitUntil(is_in_sight)


def test_a_milestone_says_its_workstream_before_its_name(plan: PlanPage) -> None:
    law = plan.session.document.add(WORKSTREAMS, title="Law and finance")
    give(plan, "Signed", "workstream", law)
    choose(plan, "Workstream")
    window = plan.chart.sight.window
    assert plan.chart.words_after(window.row(2)) == "LF · Signed"
    assert plan.chart.words_after(window.row(0)) == "", "a summary says nothing"
    plan.session.document.edit(WORKSTREAMS, law, "title", "Estates")
    assert plan.chart.words_after(plan.chart.sight.window.row(2)) == "EST · Signed"
    assert "EST  Estates" in plan.legend.words


def test_the_choice_outlasts_the_window(plan: PlanPage) -> None:
    choose(plan, "Workstream")
    preferences = plan.colours.preferences
    assert preferences.settings.bars == "workstream"
    preferences.colour_bars("nonsense")
    assert plan.chart.coloured_by == "", "anything else means nothing"


def test_every_colour_stands_out_from_its_ground(theme: Theme) -> None:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose(scheme)
        tokens, colours = current(), palette()
        for name, pair in COLOURS.items():
            fill = colours.fill(name, critical=False)
            assert fill.done == mixed(pair[tokens.dark], tokens.surface, 0.92)
            assert _contrast(fill.done, colours.surface) >= 3, (scheme, name)
            assert colours.fill(name, critical=True).edge == colours.critical


def _contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2.2 has it."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
