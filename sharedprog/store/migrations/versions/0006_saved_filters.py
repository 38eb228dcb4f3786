"""Filters saved for everyone who opens the programme."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; programmes made before have none."""
    op.create_table(
        "saved_filters",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("exists", sa.Boolean(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("page", sa.String(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("chip", sa.Text(), nullable=True),
        sa.Column("conditions", sa.Text(), nullable=True),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("saved_filters")
