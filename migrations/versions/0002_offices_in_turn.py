"""Several offices a call, each with its own line, leg and report; whom a campaign calls."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

# Every call so far reached for one office, at place 0.
MOVE_OFFICES = """
INSERT INTO called_office
  (call_id, place, nth, district_geoid, how_found, office_holder_id, office_line_id, line_kind, wording)
SELECT call.id, 0, 1, call.district_geoid, call.how_found, call.office_holder_id, call.office_line_id,
  coalesce(holder_line.kind, 'capitol'), 'ask'
FROM call LEFT JOIN holder_line
  ON holder_line.holder_id = call.office_holder_id AND holder_line.line_id = call.office_line_id
ORDER BY call.id
"""
MOVE_LEGS = """
UPDATE leg SET called_office_id = called_office.id FROM called_office
WHERE called_office.call_id = leg.call_id AND leg.role = 'office'
"""
MOVE_FEEDBACK = """
UPDATE feedback SET called_office_id = called_office.id FROM called_office
WHERE called_office.call_id = feedback.call_id
"""
MOVE_OFFICES_BACK = """
UPDATE call SET (district_geoid, how_found, office_holder_id, office_line_id) = (
  SELECT district_geoid, how_found, office_holder_id, office_line_id FROM called_office
  WHERE call_id = call.id AND office_line_id IS NOT NULL ORDER BY place LIMIT 1
)
"""
MOVE_FEEDBACK_BACK = """
UPDATE feedback SET call_id = called_office.call_id FROM called_office
WHERE called_office.id = feedback.called_office_id
"""
KEEP_ONE_REPORT_A_CALL = """
DELETE FROM feedback later USING feedback earlier
WHERE later.call_id = earlier.call_id AND later.source = earlier.source AND later.id > earlier.id
"""


def upgrade() -> None:
    _campaigns()
    _campaign_changes()
    op.create_table(
        "called_office",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("district_geoid", sa.String(length=12), nullable=False),
        sa.Column("how_found", sa.String(length=20), nullable=False),
        sa.Column("office_holder_id", sa.BigInteger(), nullable=True),
        sa.Column("office_line_id", sa.BigInteger(), nullable=True),
        sa.Column(
            "line_kind", sa.Enum("capitol", "district", name="linekind", native_enum=False, length=32), nullable=True
        ),
        sa.Column("wording", sa.Enum("ask", "thanks", name="wording", native_enum=False, length=32), nullable=False),
        sa.Column(
            "passed_over",
            sa.Enum("vacant", "no-number", "supports-already", name="passedover", native_enum=False, length=32),
            nullable=True,
        ),
        sa.CheckConstraint(
            "(passed_over IS NULL) = (office_line_id IS NOT NULL)", name=op.f("ck_called_office_line_or_reason")
        ),
        sa.CheckConstraint(
            "office_line_id IS NULL OR office_holder_id IS NOT NULL", name=op.f("ck_called_office_line_has_holder")
        ),
        sa.CheckConstraint("place >= 0 AND nth >= 1", name=op.f("ck_called_office_counted")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("fk_called_office_call_id")),
        sa.ForeignKeyConstraint(["district_geoid"], ["district.geoid"], name=op.f("fk_called_office_district_geoid")),
        sa.ForeignKeyConstraint(
            ["office_holder_id"], ["office_holder.id"], name=op.f("fk_called_office_office_holder_id")
        ),
        sa.ForeignKeyConstraint(["office_line_id"], ["office_line.id"], name=op.f("fk_called_office_office_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_called_office")),
        sa.UniqueConstraint("call_id", "place", name=op.f("uq_called_office_call_id_place")),
    )
    for column in ("district_geoid", "office_holder_id", "office_line_id"):
        op.create_index(op.f(f"ix_called_office_{column}"), "called_office", [column])
    op.execute(MOVE_OFFICES)
    op.add_column("call", sa.Column("office_at", sa.Integer(), server_default="0", nullable=False))
    for column in ("district_geoid", "how_found", "office_holder_id", "office_line_id"):
        op.drop_column("call", column)
    _legs()
    _feedback()


def _campaigns() -> None:
    rule = sa.Enum("representative", "senator", "both", "listed", name="targetrule", native_enum=False, length=32)
    op.add_column("campaign", sa.Column("target_rule", rule, server_default="representative", nullable=False))
    op.execute("UPDATE campaign SET target_rule = 'senator' WHERE chamber = 'senate'")
    op.alter_column("campaign", "target_rule", server_default=None)
    op.drop_column("campaign", "chamber")
    op.add_column("campaign", sa.Column("thanks_script", sa.Text(), server_default="", nullable=False))
    for name, *columns in (
        ("campaign_target", sa.Column("place", sa.Integer(), nullable=False)),
        ("campaign_exclusion",),
    ):
        op.create_table(
            name,
            sa.Column("campaign_id", sa.BigInteger(), nullable=False),
            sa.Column("office_holder_id", sa.BigInteger(), nullable=False),
            *columns,
            sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f(f"fk_{name}_campaign_id")),
            sa.ForeignKeyConstraint(
                ["office_holder_id"], ["office_holder.id"], name=op.f(f"fk_{name}_office_holder_id")
            ),
            sa.PrimaryKeyConstraint("campaign_id", "office_holder_id", name=op.f(f"pk_{name}")),
        )
    op.create_unique_constraint(
        op.f("uq_campaign_target_campaign_id_place"),
        "campaign_target",
        ["campaign_id", "place"],
        deferrable=True,
        initially="DEFERRED",
    )


def _campaign_changes() -> None:
    op.create_table(
        "campaign_change",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.String(length=255), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_change_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_change")),
    )
    op.create_index(op.f("ix_campaign_change_campaign_id"), "campaign_change", ["campaign_id"])


def _legs() -> None:
    op.add_column("leg", sa.Column("called_office_id", sa.BigInteger(), nullable=True))
    op.create_foreign_key(op.f("fk_leg_called_office_id"), "leg", "called_office", ["called_office_id"], ["id"])
    op.execute(MOVE_LEGS)
    op.create_check_constraint(
        op.f("ck_leg_office_has_place"), "leg", "(role = 'office') = (called_office_id IS NOT NULL)"
    )
    op.create_index(op.f("ix_leg_called_office_id"), "leg", ["called_office_id"])


def _feedback() -> None:
    op.add_column("feedback", sa.Column("called_office_id", sa.BigInteger(), nullable=True))
    op.create_foreign_key(
        op.f("fk_feedback_called_office_id"), "feedback", "called_office", ["called_office_id"], ["id"]
    )
    op.execute(MOVE_FEEDBACK)
    op.alter_column("feedback", "called_office_id", nullable=False)
    op.create_unique_constraint(op.f("uq_feedback_called_office_id_source"), "feedback", ["called_office_id", "source"])
    op.drop_column("feedback", "call_id")


def downgrade() -> None:
    op.add_column("feedback", sa.Column("call_id", sa.BigInteger(), nullable=True))
    op.create_foreign_key(op.f("fk_feedback_call_id"), "feedback", "call", ["call_id"], ["id"])
    op.execute(MOVE_FEEDBACK_BACK)
    op.execute(KEEP_ONE_REPORT_A_CALL)
    op.alter_column("feedback", "call_id", nullable=False)
    op.create_unique_constraint(op.f("uq_feedback_call_id_source"), "feedback", ["call_id", "source"])
    op.drop_column("feedback", "called_office_id")
    op.drop_column("leg", "called_office_id")
    op.add_column("call", sa.Column("how_found", sa.String(length=20), nullable=True))
    for name, kind, table, key in (
        ("district_geoid", sa.String(length=12), "district", "geoid"),
        ("office_holder_id", sa.BigInteger(), "office_holder", "id"),
        ("office_line_id", sa.BigInteger(), "office_line", "id"),
    ):
        op.add_column("call", sa.Column(name, kind, nullable=True))
        op.create_foreign_key(op.f(f"fk_call_{name}"), "call", table, [name], [key])
    op.execute(MOVE_OFFICES_BACK)
    for name in ("district_geoid", "how_found", "office_holder_id", "office_line_id"):
        op.alter_column("call", name, nullable=False)
    op.drop_column("call", "office_at")
    op.drop_table("called_office")
    op.drop_table("campaign_change")
    op.drop_table("campaign_exclusion")
    op.drop_table("campaign_target")
    op.drop_column("campaign", "thanks_script")
    chamber = sa.Enum("house", "senate", name="chamber", native_enum=False, length=32)
    op.add_column("campaign", sa.Column("chamber", chamber, server_default="house", nullable=False))
    op.execute("UPDATE campaign SET chamber = 'senate' WHERE target_rule = 'senator'")
    op.alter_column("campaign", "chamber", server_default=None)
    op.drop_column("campaign", "target_rule")
