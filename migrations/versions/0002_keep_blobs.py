"""Keep blobs

Revision ID: 0002
Revises: 0001

Deploy safety: a new table, which the code that runs now does not know.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this change."""
    op.create_table(
        "blobs",
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_blobs")),
    )
    op.create_index("ix_blobs_created_at", "blobs", ["created_at"])


def downgrade() -> None:
    """Take it back."""
    op.drop_index("ix_blobs_created_at", table_name="blobs")
    op.drop_table("blobs")
