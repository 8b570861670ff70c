"""The ids by which plans, items, bodies and events are named, each a type of its own.

All are text as it stands in a file; the types keep one from being taken for another. A body is an
agency or a group of them.
"""

from typing import NewType

PlanId = NewType("PlanId", str)
ItemId = NewType("ItemId", str)
BodyId = NewType("BodyId", str)
AgencyId = NewType("AgencyId", BodyId)
EventId = NewType("EventId", str)
