"""Keep what the index mirrors

Revision ID: 0006
Revises: 0005

Deploy safety: a new table, which the code that runs now does not know.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this change."""
    op.create_table(
        "mirrored_projects",
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_mirrored_projects")),
    )


def downgrade() -> None:
    """Take this change back."""
    op.drop_table("mirrored_projects")
