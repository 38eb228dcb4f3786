"""Terms used: what the ratings mean, the scoring matrix with its words and bands, and a glossary in plain words."""

from __future__ import annotations

from reportlab.platypus import Flowable

from sharedprog.domain import ratings
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.ratifying import CLEAR_DAYS
from sharedprog.domain.scales import POTENCY, Scale, scale
from sharedprog.reports.blocks import heading, paragraph
from sharedprog.reports.boxes import facts
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Parts
from sharedprog.reports.places import part
from sharedprog.reports.styles import NOTE
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import rating, rating_word

_RATINGS = (
    ("red", "Appears out of reach, or needs a decision that its lead cannot take alone."),
    ("amber", "In reach, with trouble that needs the lead's attention now."),
    ("green", "On the way; nothing that could stop it is known."),
    ("blue", "Complete."),
    ("none", "Not started, and not due to have started."),
)
_POISONS = (
    "A poison is something that could kill the partnership itself, named in people's own words at a visioning session; "
    "an antidote is what is done about it, dose by dose, with evidence that it works. Only a published case study "
    "describes this tool: the fields used here, the potency from 1 to 5 among them, are our own reading of it."
)
_TERMS = (
    ("Antidote", "What is done against a poison. A dose that was given is called administered."),
    ("Baseline", "The dates that were agreed when the plan was approved. Slip is counted from them."),
    ("Clear days", f"Days between a notice and a meeting, counting neither; {CLEAR_DAYS} of them for a key decision."),
    ("Critical", "Without float: when it slips, the end of the plan, or a fixed date, slips with it."),
    ("Day 1", "The day on which the shared service goes live."),
    ("Declared, calculated", "A rating that somebody gives, and the one worked out by the rule above."),
    ("Float", "Working days that a task can slip before anything else moves."),
    ("Issue", "Something that has happened, was not planned, and needs somebody to act or decide."),
    ("Milestone", "A point that is reached, without a length of its own."),
    ("Off-specification", "Something that was promised and will not be delivered as promised."),
    ("Ratification", "The decision of a partner's own body, without which a decision of the board does not bind it."),
    ("Risk", "Something that may happen. Its score is likelihood times impact."),
    ("Score, inherent", "With no controls; the current one with today's, the target when the response has worked."),
    ("Slip", "Working days after the baseline, or after what the last board saw."),
    ("Tolerance", "How far time, cost or benefits may move before the board must be asked."),
    ("Travel", "Which way a score went since the last board: worse, better, same or new."),
    ("WBS", "The number of a task in the outline of the plan."),
)


def annex_terms(order: PackOrder) -> Section:
    """One or two pages that make the rest readable for a new member."""
    colours: list[Row] = [[rating(code), rating_word(code), words] for code, words in _RATINGS]
    contents: list[Flowable] = [
        heading("Ratings"),
        Table([fitted(""), fitted(""), Column("")], colours, head=False),
        paragraph(bold("Calculated by rule. "), ratings.RULE, style=NOTE),
        *_matrix(scale(order.programme)),
        heading("Poisons and antidotes"),
        paragraph(_POISONS),
        facts([("Potency", ", ".join(f"{level} {words}" for level, words in POTENCY.items()))]),
        heading("Words"),
        facts([(term, words) for term, words in _TERMS], label_width=116),
    ]
    return part(order, "annex_terms", contents)


def _matrix(used: Scale) -> list[Flowable]:
    """Score and band for every likelihood and impact, as a table."""
    if not used.likelihood or not used.impact:
        return [heading("Scoring"), paragraph("No scoring matrix is chosen.", style=NOTE)]
    columns = [Column("Likelihood", share=1.4), *(Column(f"{level} {name}") for level, name in used.impact.items())]
    rows: list[Row] = []
    for likelihood in sorted(used.likelihood, reverse=True):
        cells: list[Parts] = [f"{likelihood} {used.likelihood[likelihood]}"]
        for impact in used.impact:
            score = likelihood * impact
            cells.append(rating(used.band(score), str(score)))
        rows.append(cells)
    bands: list[tuple[str, Parts]] = []
    for band, following in zip(used.bands, (*used.bands[1:], None), strict=True):
        highest = following.lowest - 1 if following is not None else used.highest
        bands.append((f"{band.lowest} to {highest}", [rating(band.rag), f"  {band.words}"]))
    return [
        heading(f"Scoring: {used.title}"),
        paragraph(muted("Impact across, likelihood down; the score is one times the other."), style=NOTE),
        Table(columns, rows),
        facts(bands),
    ]
