"""A deadline inside a deadline: what is aimed at beside it, and what the document reckons itself."""

from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

NESTING = ("aim", "check")
"""The keys of a deadline under which another stands."""


class AnyDeadline:
    """Marks a key under which a deadline of any kind may stand.

    The kinds are put together above the rule that each of them is made from: they are looked up when
    the models are built.
    """

    def __get_pydantic_core_schema__(
        self, _source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return how a deadline is read, whatever its kind."""
        from kehoach.model.deadlines.kinds import NestedDeadline  # noqa: PLC0415 - made of the rules

        return handler.generate_schema(NestedDeadline)
