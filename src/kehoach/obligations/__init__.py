"""Who owes what by when: item x agency x period, from the plan, the registry and decisions."""

from kehoach.obligations.demand import Demand, demands
from kehoach.obligations.obligation import Docket, Obligation, docket

__all__ = ["Demand", "Docket", "Obligation", "demands", "docket"]
