"""Which commits of the main line the arrival log still lacks."""

from collections.abc import Collection, Mapping


def unrecorded(
    parents: Mapping[str, tuple[str, ...]], tip: str, listed: Collection[str], last: str
) -> list[str]:
    """Return the commits of the main line that are not listed, parents before children.

    ``parents`` are those of every commit that came after the log began, children first. The main line
    is the first parents of ``tip``; where they leave ``last``, the commit recorded last, somebody
    merged the main line into his own, and it goes on at the parent that rests on ``last`` as well.
    """
    heirs = _heirs(parents, last)
    found: set[str] = set()
    ahead = [tip]
    while ahead:
        commit = ahead.pop()
        if commit in listed or commit in found or commit not in parents:
            continue
        found.add(commit)
        first, others = parents[commit][:1], parents[commit][1:]
        ahead += first
        if heirs.isdisjoint(first):
            ahead += heirs.intersection(others)
    return [commit for commit in reversed(list(parents)) if commit in found]


def _heirs(parents: Mapping[str, tuple[str, ...]], last: str) -> frozenset[str]:
    """Return a commit and all that rests on it."""
    heirs = {last}
    for commit in reversed(list(parents)):
        if not heirs.isdisjoint(parents[commit]):
            heirs.add(commit)
    return frozenset(heirs)
