"""A file that lists data repositories: what a country, or a region, is put together from."""

from typing import Annotated, Literal

from pydantic import Field

from kehoach.model.fields import BasisRef, Record, Words


class ListedRepository(Record):
    """A data repository: where it lies, and at which revision it is judged."""

    id: BasisRef
    name: Words | None = None
    path: Words
    rev: Words | None = None


class PortfolioList(Record):
    """The repositories that are judged and merged, each once."""

    schema_: Annotated[Literal["kehoach/portfolio@1"], Field(alias="schema")]
    name: Words | None = None
    repositories: tuple[ListedRepository, ...]
