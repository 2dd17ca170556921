"""${message}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}

Deploy safety: the code that runs now must work on the schema after this migration, and the code
that comes must work on the schema before it. Add first, move data, remove in a later release.
Indexes on large PostgreSQL tables: CREATE INDEX CONCURRENTLY, in a migration of their own.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    """Apply this change."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Take this change back."""
    ${downgrades if downgrades else "pass"}
