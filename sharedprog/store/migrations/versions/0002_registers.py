"""A table for each register, as the registers stood at the first release."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "code": sa.String(),
    "whole": sa.Integer(),
    "flag": sa.Boolean(),
    "day": sa.Date(),
    "clock": sa.Time(),
    "moment": sa.DateTime(),
}
TABLES = {
    "programme": (
        "ref:text title:text purpose:text vision:text values:text start:day day_one:day body:text "
        "cadence:whole papers:whole quorum:text marking:code division:code matrix:code "
        "tolerance:whole contact:text"
    ),
    "tasks": (
        "ref:text order:text parent:code title:text milestone:flag owner:code workstream:code "
        "partner:code mode:code duration:whole constraint:code constraint_day:day "
        "placed_start:day placed_finish:day percent_complete:whole actual_start:day "
        "actual_finish:day deadline:day baseline_start:day baseline_finish:day description:text "
        "source:whole"
    ),
    "dependencies": ("ref:text parent:code predecessor:code kind:code lag:whole lag_kind:code lag_percent:whole"),
    "workstreams": (
        "ref:text order:text title:text lead:code partner:code rag:code rag_reason:text path_to_green:text"
    ),
    "risks": (
        "ref:text title:text cause:text event:text effect:text category:code workstream:code "
        "owner:code actionee:code matrix:code inherent_likelihood:whole inherent_impact:whole "
        "likelihood:whole impact:whole target_likelihood:whole target_impact:whole target_day:day "
        "proximity:code response:code response_text:text raised:day next_review:day status:code "
        "closed_day:day closing_reason:text escalated:flag"
    ),
    "risk_partners": "ref:text parent:code partner:code likelihood:whole impact:whole",
    "response_actions": "ref:text order:text parent:code title:text owner:code due:day done:day",
    "reviews": "ref:text parent:code day:day reviewer:code outcome:code note:text",
    "issues": (
        "ref:text title:text kind:code severity:code priority:code description:text impact:text "
        "impact_time:text impact_cost:whole impact_benefits:text workstream:code owner:code "
        "raised:day raised_by:code due:day resolution:text status:code closed_day:day"
    ),
    "poisons": (
        "ref:text title:text named_by:code anonymous:flag session_day:day symptoms:text "
        "hurts:text potency_then:whole potency:whole status:code owner:code next_retest:day"
    ),
    "antidotes": ("ref:text order:text parent:code title:text owner:code due:day progress:code evidence:text"),
    "actions": (
        "ref:text title:text board:code item:text owner:code raised:day due:day revised_due:day "
        "progress:text status:code closed_day:day"
    ),
    "decisions": (
        "ref:text title:text board:code item:text owner:code status:code recommendation:text "
        "options_considered:text reason:text consequence:text finance:text legal:text people:text "
        "equalities:text data_protection:text ict:text needed_by:day resolved:text decided:day "
        "dissent:text authority:text ratify_by:day effective:day review:day"
    ),
    "ratifications": "ref:text parent:code partner:code body:text notice:day day:day outcome:code",
    "board_meetings": (
        "ref:text number:whole day:day starts:clock ends:clock place:text chair:code quorum:text "
        "notes:text rag_reason:text held:flag saw:text saw_as_at:moment results:code"
    ),
    "agenda_items": (
        "ref:text order:text parent:code title:text purpose:code presenter:code minutes:whole section:code"
    ),
    "attendances": ("ref:text order:text parent:code person:code capacity:code present:code substitute:code"),
    "asks": "ref:text order:text parent:code title:text",
    "ratings": "ref:text order:text parent:code partner:code rag:code reason:text",
    "fortnight_lines": "ref:text order:text parent:code kind:code title:text",
    "tolerances": "ref:text order:text parent:code kind:code title:text state:code",
    "packs": (
        "ref:text board:code version:text state:code made:moment data_as_at:moment saw:text "
        "pages:whole pdf_hash:text results:code sections:text change_note:text"
    ),
    "partners": "ref:text order:text title:text short_name:text kind:code colour:code logo:code",
    "people": "ref:text title:text partner:code email:text",
    "matrices": "ref:text title:text note:text",
    "matrix_levels": "ref:text order:text parent:code axis:code level:whole title:text",
    "matrix_bands": "ref:text order:text parent:code rag:code lowest:whole title:text",
    "bank_holidays": "ref:text title:text day:day",
    "notes": "ref:text parent:code day:day who:code text:text",
    "links": "ref:text source:code target:code kind:code",
}


def upgrade() -> None:
    """Make the table of each register."""
    for name, columns in TABLES.items():
        described = (column.split(":") for column in columns.split())
        op.create_table(
            name,
            sa.Column("id", sa.String(length=32), nullable=False),
            sa.Column("exists", sa.Boolean(), nullable=False),
            *(sa.Column(field, TYPES[kind]) for field, kind in described),
            sa.PrimaryKeyConstraint("id"),
        )


def downgrade() -> None:
    """Take the tables away again."""
    for name in TABLES:
        op.drop_table(name)
