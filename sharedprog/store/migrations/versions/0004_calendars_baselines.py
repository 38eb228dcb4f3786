"""Working times, baselines, and what a task needs to be planned to the minute."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "code": sa.String(),
    "whole": sa.Integer(),
    "flag": sa.Boolean(),
    "day": sa.Date(),
    "clock": sa.Time(),
}
WEEK = "monday:text tuesday:text wednesday:text thursday:text friday:text saturday:text sunday:text"
TABLES = {
    "baselines": "ref:text title:text approved:day approved_by:code board:code reason:text number:whole",
    "baseline_dates": (
        "ref:text parent:code baseline:code start:day start_time:clock finish:day finish_time:clock duration:whole"
    ),
    "calendars": f"ref:text title:text base:code division:code {WEEK} source:whole",
    "calendar_exceptions": (
        "ref:text parent:code title:text first:day last:day hours:text repeats:code every:whole times:whole "
        "weekdays:text month_day:whole position:code month:code"
    ),
    "work_weeks": f"ref:text parent:code title:text first:day last:day {WEEK}",
}
COLUMNS = {
    "bank_holidays": "division:code",
    "partners": "calendar:code",
    "programme": (
        "calendar:code start_time:clock schedule_from:code finish:day finish_time:clock status_day:day "
        "critical_float:whole day_minutes:whole baseline:code"
    ),
    "tasks": (
        "active:flag elapsed:flag estimated:flag optimistic:whole pessimistic:whole calendar:code "
        "constraint_time:clock placed_start_time:clock placed_finish_time:clock remaining:whole "
        "actual_start_time:clock actual_finish_time:clock deadline_time:clock baseline_start_time:clock "
        "baseline_finish_time:clock baseline_duration:whole wbs_code:text"
    ),
}
FILLED = {
    "programme": {"schedule_from": "start", "critical_float": 0, "day_minutes": 480},
    "tasks": {"active": True, "elapsed": False, "estimated": False, "wbs_code": ""},
}
"""What rows made before hold where it is not nothing."""
CLOCK_DAYS = 3
"""A lag on the clock was kept as 480 minutes a day, and is 1,440 from now on."""


def upgrade() -> None:
    """Add them; lags on the clock, and the edits that made them, become minutes on the clock."""
    for table, described in TABLES.items():
        op.create_table(
            table,
            sa.Column("id", sa.String(32), primary_key=True),
            sa.Column("exists", sa.Boolean(), nullable=False),
            *_columns(described),
        )
    for table, described in COLUMNS.items():
        for column in _columns(described):
            op.add_column(table, column)
    for table, values in FILLED.items():
        kinds = dict(each.split(":") for each in COLUMNS[table].split())
        rows = sa.table(table, *[sa.column(name, TYPES[kinds[name]]) for name in values])
        op.execute(sa.update(rows).values(values))
    _scale_lags(lambda lag: lag * CLOCK_DAYS)


def downgrade() -> None:
    """Take them away."""
    _scale_lags(lambda lag: lag // CLOCK_DAYS)
    for table, described in COLUMNS.items():
        for each in reversed(described.split()):
            op.drop_column(table, each.split(":")[0])
    for table in TABLES:
        op.drop_table(table)


def _columns(described: str) -> list[sa.Column[Any]]:
    pairs = (each.split(":") for each in described.split())
    return [sa.Column(name, TYPES[kind], nullable=True) for name, kind in pairs]


def _scale_lags(scaled: Callable[[int], int]) -> None:
    """Scale the lag of each link that counts it on the clock, in its row and in all edits of it."""
    bind = op.get_bind()
    links = sa.table("dependencies", *_columns("id:code lag:whole lag_kind:code"))
    edits = sa.table("edits", *_columns("position:whole register:code row:code field:code old:text new:text"))
    rows = bind.execute(sa.select(links.c.id, links.c.lag).where(links.c.lag_kind == "elapsed")).all()
    for row_id, lag in rows:
        if lag is not None:
            bind.execute(sa.update(links).where(links.c.id == row_id).values(lag=scaled(lag)))
        of_row = (edits.c.register == "dependencies") & (edits.c.field == "lag") & (edits.c.row == row_id)
        lags = sa.select(edits.c.position, edits.c.old, edits.c.new).where(of_row)
        for position, old, new in bind.execute(lags).all():
            texts = [text if text == "null" else str(scaled(int(text))) for text in (old, new)]
            bind.execute(sa.update(edits).where(edits.c.position == position).values(old=texts[0], new=texts[1]))
