"""A document by which something is proved: its number and its day."""

from kehoach.model.fields import Day, Name, Sense, Words


class Document(Sense):
    """An official document as it is cited: number, day of signing, title, signer."""

    number: Name | None = None
    date: Day | None = None
    title: Words | None = None
    signer: Words | None = None

    @property
    def cited(self) -> bool:
        """Say whether it can be looked up: an item is closed by a number and a day."""
        return bool(self.number and self.date)
