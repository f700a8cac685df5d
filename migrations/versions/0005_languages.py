"""A campaign's own texts in the supporters' languages, how its script is told, and what each change was about."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

SHORT = ("headline", "subject")
LONG = ("pitch", "script", "voicemail_script", "thanks_script")


def upgrade() -> None:
    op.create_table(
        "campaign_text",
        sa.Column("campaign_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        *(sa.Column(name, sa.String(length=160), server_default="", nullable=False) for name in SHORT),
        *(sa.Column(name, sa.Text(), server_default="", nullable=False) for name in LONG),
        _json("talking_points", "[]"),
        _json("made_from", "{}"),
        sa.CheckConstraint("language <> 'en'", name=op.f("ck_campaign_text_not_english")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_text_campaign_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("campaign_id", "language", name=op.f("pk_campaign_text")),
    )
    told = sa.Enum("both", "own", name="scripttold", native_enum=False, length=32)
    op.add_column("campaign", sa.Column("script_told", told, server_default="both", nullable=False))
    # Until now whom a campaign calls was all that could be changed and undone.
    op.add_column("campaign_change", sa.Column("about", sa.String(length=20), server_default="targets", nullable=False))


def _json(name: str, empty: str) -> sa.Column[object]:
    return sa.Column(name, postgresql.JSONB(astext_type=sa.Text()), server_default=empty, nullable=False)


def downgrade() -> None:
    # Without `about` an undo would take these for whom a campaign calls.
    op.execute("DELETE FROM campaign_change WHERE about <> 'targets'")
    op.drop_column("campaign_change", "about")
    op.drop_column("campaign", "script_told")
    op.drop_table("campaign_text")
