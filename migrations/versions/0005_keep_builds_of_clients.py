"""Keep builds of clients

Revision ID: 0005
Revises: 0004

Deploy safety: a new table, which the code that runs now does not know. Versions that it publishes
meanwhile have no build until somebody asks for one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this change."""
    op.create_table(
        "sdk_builds",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("version_id", sa.String(length=36), nullable=False),
        sa.Column("api_id", sa.String(length=36), nullable=False),
        sa.Column("regeneration", sa.Integer(), nullable=False),
        sa.Column("package", sa.String(length=128), nullable=False),
        sa.Column("package_version", sa.String(length=200), nullable=False),
        sa.Column("generator", sa.String(length=128), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "missing",
                "queued",
                "building",
                "ready",
                "replaced",
                "failed",
                "withdrawn",
                name="sdkstate",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("ready_version_id", sa.String(length=36), nullable=True),
        sa.Column("job_id", sa.String(length=36), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("remarks", sa.JSON(), nullable=False),
        sa.Column("import_name", sa.String(length=140), nullable=True),
        sa.Column("requires_python", sa.String(length=32), nullable=True),
        sa.Column("wheel_name", sa.String(length=400), nullable=True),
        sa.Column("wheel_digest", sa.String(length=80), nullable=True),
        sa.Column("wheel_size", sa.Integer(), nullable=True),
        sa.Column("sdist_name", sa.String(length=400), nullable=True),
        sa.Column("sdist_digest", sa.String(length=80), nullable=True),
        sa.Column("sdist_size", sa.Integer(), nullable=True),
        sa.Column("core_metadata", sa.LargeBinary(), nullable=True),
        sa.Column("metadata_digest", sa.String(length=80), nullable=True),
        sa.Column("surface", sa.JSON(), nullable=True),
        sa.Column("base_id", sa.String(length=36), nullable=True),
        sa.Column("verdict", sa.String(length=16), nullable=True),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("breaking_count", sa.Integer(), nullable=False),
        sa.Column("change_count", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["api_id"], ["apis.id"], name=op.f("fk_sdk_builds_api_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["base_id"], ["sdk_builds.id"], name=op.f("fk_sdk_builds_base_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["sdist_digest"], ["blobs.digest"], name=op.f("fk_sdk_builds_sdist_digest")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["api_versions.id"],
            name=op.f("fk_sdk_builds_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["wheel_digest"], ["blobs.digest"], name=op.f("fk_sdk_builds_wheel_digest")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sdk_builds")),
        sa.UniqueConstraint(
            "package", "package_version", name=op.f("uq_sdk_builds_package_package_version")
        ),
        sa.UniqueConstraint(
            "version_id", "regeneration", name=op.f("uq_sdk_builds_version_id_regeneration")
        ),
    )
    with op.batch_alter_table("sdk_builds", schema=None) as batch_op:
        batch_op.create_index("ix_sdk_builds_api_id", ["api_id"], unique=False)
        batch_op.create_index("ix_sdk_builds_base_id", ["base_id"], unique=False)
        batch_op.create_index("ix_sdk_builds_sdist_digest", ["sdist_digest"], unique=False)
        batch_op.create_index("ix_sdk_builds_state", ["state"], unique=False)
        batch_op.create_index("ix_sdk_builds_wheel_digest", ["wheel_digest"], unique=False)
        batch_op.create_index("uq_sdk_builds_ready_version_id", ["ready_version_id"], unique=True)


def downgrade() -> None:
    """Take this change back."""
    with op.batch_alter_table("sdk_builds", schema=None) as batch_op:
        batch_op.drop_index("uq_sdk_builds_ready_version_id")
        batch_op.drop_index("ix_sdk_builds_wheel_digest")
        batch_op.drop_index("ix_sdk_builds_state")
        batch_op.drop_index("ix_sdk_builds_sdist_digest")
        batch_op.drop_index("ix_sdk_builds_base_id")
        batch_op.drop_index("ix_sdk_builds_api_id")

    op.drop_table("sdk_builds")
