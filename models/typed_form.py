"""What somebody typed into a campaign's form, while they answer a question about it."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId


class TypedForm(Base):
    """A number, a tick and a town, sealed for the day: no street and no name. The page's address is the key to it."""

    __tablename__ = "typed_form"

    id: Mapped[RowId]
    key_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"))
    form_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    kept_until: Mapped[datetime] = mapped_column(index=True)
