"""The buttons above the chart: which baseline its ghosts show, and how close it is looked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from sharedprog.domain.plan.gantt_baseline import days_in
from sharedprog.domain.registers.baselines import BASELINES
from sharedprog.ui import fonts
from sharedprog.ui.buttons import icon_size
from sharedprog.ui.gantt.card import WhyCard
from sharedprog.ui.gantt.chart import Chart
from sharedprog.ui.gantt.zoom import ZOOMS
from sharedprog.ui.icons import icon
from sharedprog.ui.labels import literal, set_role, tool_tip
from sharedprog.ui.registers.outline_model import OutlineModel

MOST_WORDS = 200.0
"""The greatest width of what a button says, before scaling."""
IN_FORCE, NONE = "Baseline in force", "No baseline"


class _MenuButton(QToolButton):
    """A button whose words say what is chosen from its menu."""

    def __init__(self, name: str, help_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setToolTip(tool_tip(help_words))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        menu.setAccessibleName(name)
        self.setMenu(menu)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(fonts.scaled(72), super().minimumSizeHint().height())

    def say(self, words: str) -> None:
        """Show what is chosen, as much of it as there is room for."""
        room = fonts.scaled(MOST_WORDS)
        fitting = QFontMetrics(fonts.semibold()).elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(f"{literal(fitting)} ▾")
        self.setAccessibleName(f"{self._name}: {words}")


class BaselineButton(_MenuButton):
    """The baseline in force, any other by its name, or none; ``wants_keep`` says that one more is to be kept."""

    wants_keep = Signal()

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__("Baseline", "Which baseline stands beneath the bars", parent)
        self._chart = chart
        self._chosen: str | None = None
        self._words = IN_FORCE
        self.menu().aboutToShow.connect(self._fill)
        chart.session.changed.connect(lambda _: self._follow())
        self._follow()

    def choose(self, baseline: str | None) -> None:
        """Show a named baseline by its id; ``None`` is the one in force, and an empty id none at all."""
        self._chosen = baseline
        self._follow()

    def _follow(self) -> None:
        programme, chosen = self._chart.session.programme, self._chosen
        row = programme.row(BASELINES, chosen)
        if chosen and row is None:
            self._chosen = chosen = None
        in_force = programme.row(BASELINES, programme.settings.baseline)
        if chosen is None:
            self.say(f"Baseline: {in_force.title}" if in_force is not None else "Baseline")
        else:
            self.say(NONE if row is None else f"Baseline: {row.title}")
        wanted = None if chosen is None else days_in(programme, chosen) if chosen else {}
        if wanted != self._chart.baseline:
            self._chart.show_baseline(wanted)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        named = [(row.id, row.title or row.ref) for row in self._chart.session.programme.rows(BASELINES)]
        for baseline, words in ((None, IN_FORCE), *named, ("", NONE)):
            action = QAction(literal(words), menu)
            action.setCheckable(True)
            action.setChecked(baseline == self._chosen)
            action.triggered.connect(lambda _checked=False, baseline=baseline: self.choose(baseline))
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Keep a baseline…", self.wants_keep.emit)


class ZoomButton(_MenuButton):
    """From days to quarters; also where to go in the chart, and what of the outline is open."""

    def __init__(self, chart: Chart, model: OutlineModel, card: WhyCard, page: QWidget) -> None:
        super().__init__("Zoom", "How much of the plan is in sight, and where")
        self._chart = chart
        menu, group = self.menu(), QActionGroup(self)
        for zoom in ZOOMS:
            action = QAction(zoom.name, menu)
            action.setCheckable(True)
            action.setChecked(zoom is chart.zoom)
            action.triggered.connect(lambda _checked=False, zoom=zoom: chart.set_zoom(zoom))
            group.addAction(action)
            menu.addAction(action)
        chart.zoomed.connect(lambda: group.actions()[ZOOMS.index(chart.zoom)].setChecked(True))
        chart.zoomed.connect(self._show)
        menu.addSeparator()
        for words, keys, does in (
            ("Closer", ("Ctrl++", "Ctrl+="), lambda: chart.zoom_by(1)),
            ("Farther", ("Ctrl+-",), lambda: chart.zoom_by(-1)),
            ("Go to today", ("Ctrl+T",), chart.show_today),
            ("Go to the bar", ("Ctrl+G",), lambda: chart.show_bar(card.task_id)),
        ):
            self._add(page, words, keys, does)
        menu.addSeparator()
        self._add(page, "Unfold everything", ("Ctrl+Alt+Right",), lambda: model.fold_all(folded=False))
        self._add(page, "Fold everything", ("Ctrl+Alt+Left",), lambda: model.fold_all(folded=True))
        menu.addSeparator()
        says_why = QAction("Say why", menu)
        says_why.setCheckable(True)
        says_why.setChecked(card.wanted)
        says_why.triggered.connect(lambda on: card.want(wanted=on))
        card.closed.connect(lambda: says_why.setChecked(False))
        menu.addAction(says_why)
        self._show()

    def _add(self, page: QWidget, words: str, keys: tuple[str, ...], does: Callable[[], object]) -> None:
        """A command of the menu whose keys work on the whole page."""
        action = QAction(words, self.menu())
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.setShortcutVisibleInContextMenu(True)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: does())
        page.addAction(action)
        self.menu().addAction(action)

    def _show(self) -> None:
        self.say(self._chart.zoom.name)


class MoreButton(QToolButton):
    """Three dots that open everything else that can be done here; the menu is filled each time it is opened."""

    def __init__(self, fill: Callable[[QMenu], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = "More that can be done with the plan"
        self.setIcon(icon("more"))
        self.setIconSize(icon_size())
        self.setToolTip(tool_tip(words))
        self.setAccessibleName(words)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(self, "plain")
        menu = QMenu(self)
        menu.setAccessibleName(words)

        def renew() -> None:
            menu.clear()
            fill(menu)

        menu.aboutToShow.connect(renew)
        self.setMenu(menu)
