"""What a check looks at: everything read, and every verdict reached."""

from dataclasses import dataclass

from kehoach.assessment import Report
from kehoach.model.workspace import Workspace


@dataclass(frozen=True)
class Review:
    """One run's material; a check takes this and nothing else."""

    workspace: Workspace
    reports: tuple[Report, ...]

    def plan_file(self, plan: str) -> str:
        """Return the file in which a plan stands."""
        return next(each.file for each in self.workspace.plans if each.plan.id == plan)
