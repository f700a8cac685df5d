"""From which room somebody came who dials by themselves, with a code of their page."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0041"
down_revision: str | None = "0040"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("dial_in", sa.Column("phone_bank_id", sa.BigInteger(), nullable=True))
    op.create_foreign_key(
        op.f("fk_dial_in_phone_bank_id_phone_bank"), "dial_in", "phone_bank", ["phone_bank_id"], ["id"]
    )


def downgrade() -> None:
    op.drop_constraint(op.f("fk_dial_in_phone_bank_id_phone_bank"), "dial_in", type_="foreignkey")
    op.drop_column("dial_in", "phone_bank_id")
