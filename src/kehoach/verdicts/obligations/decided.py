"""What was decided of one item and period, to be asked for by whom it names."""

from collections.abc import Callable, Iterable

from kehoach.model.agencies import Registry
from kehoach.model.decisions import DutyDecision
from kehoach.model.ids import AgencyId, BodyId


class DecisionsByBody:
    """Decisions in their order, by the agencies and groups that they name.

    There may be one for each of a thousand agencies: whoever asks for its own looks at no other's.
    """

    def __init__(self, decisions: Iterable[DutyDecision], registry: Registry) -> None:
        self._all = tuple(decisions)
        self._named: dict[BodyId | None, list[int]] = {}
        for place, each in enumerate(self._all):
            for id_ in each.agencies or (None,):
                self._named.setdefault(id_, []).append(place)
        self._groups = [id_ for id_ in self._named if id_ and id_ not in registry.agency]

    def __bool__(self) -> bool:
        """Say whether there are any."""
        return bool(self._all)

    def naming(
        self, agencies: Iterable[AgencyId | None], holds: Callable[[BodyId], bool]
    ) -> list[DutyDecision]:
        """Return those that name nobody, or one of some agencies or a group, as far as that holds."""
        asked = (*(each for each in agencies if each in self._named), *self._groups)
        ids = (None, *(id_ for id_ in asked if id_ and holds(id_)))
        places = {place for id_ in ids for place in self._named.get(id_, ())}
        return [self._all[place] for place in sorted(places)]
