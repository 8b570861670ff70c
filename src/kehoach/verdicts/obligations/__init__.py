"""Who owes what by when: item x agency x period, from the plan, the registry and decisions."""

from kehoach.verdicts.obligations.demand import Demand, demands, reckoned_alike
from kehoach.verdicts.obligations.docket import Docket, docket
from kehoach.verdicts.obligations.obligation import Obligation

__all__ = ["Demand", "Docket", "Obligation", "demands", "docket", "reckoned_alike"]
