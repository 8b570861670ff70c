"""Foxtrot merges: an agency pulled the main line into its own branch and pushed the result.

The two parents of a merge look alike, and nothing in the graph tells a pull of the main line from the
merge of a branch (``docs/en/receipts.md`` goes through the alternatives). Who made it does, and where
that is not known, what it says.
"""

from kehoach.verdicts.evidence.commit import Commit
from kehoach.verdicts.evidence.committers import Capacity, Committers
from kehoach.verdicts.evidence.merge_subjects import pulled_main


def is_foxtrot(merge: Commit, first: Commit | None, committers: Committers) -> bool:
    """Say whether a merge pulled the main line into what its first parent stands for.

    Only where its maker, or its first parent's, cannot be told by the registry does the subject decide.
    """
    known = _by_maker(merge, first, committers)
    return pulled_main(merge.subject) if known is None else known


def _by_maker(merge: Commit, first: Commit | None, committers: Committers) -> bool | None:
    """Say whether an agency merged the main line into its own work; ``None`` where nobody knows.

    A merge of the office, a service or a forge dates what it brings, whatever it says. What a forge
    committed may be a report written in the browser, or the main line itself.
    """
    maker = committers.of(merge.committer)
    if maker.merges_for_all:
        return False
    before = committers.of(first.committer) if first else None
    if maker.capacity is Capacity.UNKNOWN or before is None:
        return None
    if before.capacity is Capacity.AGENCY:
        return not before.agencies.isdisjoint(maker.agencies)
    return False if before.capacity is Capacity.OFFICE else None
