"""What is asked about, the same options in every command: each set of them is one parameter.

A command takes ``standpoint: Standpoint`` and ``asked: Filters``, and asks ``asked.question(standpoint)``;
``parameters.opened`` lays these out into the options that a command line knows.
"""

from dataclasses import dataclass, fields
from typing import Any

from kehoach.cli.frame.options import (
    Agencies,
    AsOf,
    DueBy,
    Groups,
    Items,
    NoGit,
    Only,
    Periods,
    Plans,
    Rev,
    Tags,
    divided,
)
from kehoach.run import Question


@dataclass(frozen=True)
class Standpoint:
    """As of when and by what is judged."""

    as_of: AsOf = None
    no_git: NoGit = False
    rev: Rev = None

    def question(self, **more: Any) -> Question:
        """Return the question that a command asks, judged so."""
        return Question(self.as_of, git=not self.no_git, **{"rev": self.rev, **more})


_NAMED = {
    "plan": "plans", "agency": "agencies", "group": "groups", "item": "items", "period": "periods",
    "tag": "tags",
}  # fmt: skip


@dataclass(frozen=True)
class OfPlans:
    """Which part of the plans is asked about."""

    plan: Plans = None
    period: Periods = None
    tag: Tags = None
    only: Only = None
    due_by: DueBy = None

    @property
    def filtered(self) -> bool:
        """Whether anything narrows what is asked about."""
        return any(getattr(self, each.name) for each in fields(self))

    def question(self, standpoint: Standpoint, **more: Any) -> Question:
        """Return the question that these options make up, with what a command adds to it."""
        given = {name: tuple(getattr(self, option, None) or ()) for option, name in _NAMED.items()}
        return standpoint.question(**{
            "only": divided(self.only), "due_by": self.due_by, **given, **more
        })  # fmt: skip


@dataclass(frozen=True)
class OfBodies(OfPlans):
    """The same, of some agencies."""

    agency: Agencies = None
    group: Groups = None


@dataclass(frozen=True)
class OfItems(OfPlans):
    """The same, of some items."""

    item: Items = None


@dataclass(frozen=True)
class Filters(OfBodies, OfItems):
    """Everything by which one can ask for some of what is listed."""
