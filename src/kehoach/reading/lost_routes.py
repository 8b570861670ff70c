"""Where something stands in a file of which some entries could not be read."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from kehoach.diagnostics import Route


class LostRoutes:
    """The routes of the entries of a file that were lost; what is left is counted without them."""

    def __init__(self, lost: Iterable[Route]) -> None:
        by_list: dict[Route, list[int]] = defaultdict(list)
        for *within, last in lost:
            if isinstance(last, int):
                by_list[tuple(within)].append(last)
        # For each lost entry the number of those before it that were not lost.
        self._kept_before = {
            route: [index - place for place, index in enumerate(sorted(indexes))]
            for route, indexes in by_list.items()
        }

    def as_typed(self, route: Route) -> Route:
        """Return where something stands in the file, by where it stands among what could be read of it."""
        typed: Route = ()
        for part in route:
            lost = self._kept_before.get(typed, ()) if isinstance(part, int) else ()
            typed = (*typed, part + bisect_right(lost, part) if isinstance(part, int) else part)
        return typed
