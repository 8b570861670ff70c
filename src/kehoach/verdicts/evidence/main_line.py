"""The main line: the first parents of the checked-out commit, and both sides of a foxtrot."""

from collections.abc import Sequence

from kehoach.verdicts.evidence.commit import Commit
from kehoach.verdicts.evidence.committers import Committers
from kehoach.verdicts.evidence.foxtrots import is_foxtrot


def main_line(
    commits: Sequence[Commit], committers: Committers
) -> tuple[frozenset[str], tuple[Commit, ...]]:
    """Return the commits of the main line, and the foxtrot merges on it.

    Below a foxtrot merge both sides belong to it: the agency's own commits keep their older dates,
    and the true main line goes on at the second parent.
    """
    by_id = {commit.id: commit for commit in commits}
    line: set[str] = set()
    foxtrots = []
    ahead = [commits[0].id] if commits else []
    while ahead:
        commit = by_id.get(ahead.pop())
        if commit is None or commit.id in line:
            continue
        line.add(commit.id)
        ahead += commit.parents[:1]
        if len(commit.parents) > 1 and is_foxtrot(commit, by_id.get(commit.parents[0]), committers):
            foxtrots.append(commit)
            ahead += commit.parents[1:]
    return frozenset(line), tuple(foxtrots)
