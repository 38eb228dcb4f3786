"""The paper that the Gantt chart of a pack was printed on."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it; of packs made before, it is not known."""
    op.add_column("packs", sa.Column("gantt_paper", sa.String(), nullable=True))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("packs", "gantt_paper")
