"""Foxtrot merges: an agency pulled the main line into its own branch and pushed the result.

The two parents of a merge look alike: nothing in the graph, and no committer, tells a pull of the
main line from the merge of a branch (``docs/en/receipts.md`` goes through the alternatives). Git's own
words in the subject do.
"""

import re
from collections.abc import Collection

USUAL_NAMES = ("main", "master", "trunk")
_CENTRAL = ("origin", "upstream")  # remotes that one pulls from; others one gathers from
_MERGE = re.compile(
    r"Merge (?P<tracking>remote-tracking )?branch(?:es)? (?P<branches>'[^']+'(?:(?:, | and )'[^']+')*)"
    r"(?: of (?P<place>\S+))?(?: into (?P<into>\S+))?"
)


def pulled_main(subject: str, main: Collection[str]) -> bool:
    """Say whether a merge, by git's own words for it, pulled the main branch into another.

    ``main`` are further names of the main branch. Git says no ``into`` where it merged into a
    branch called main or master.
    """
    said = _MERGE.match(subject)
    if said is None:
        return False
    into = said["into"]
    tracking = said["tracking"] is not None
    return any(
        _is_main(branch, into, tracking, main)
        for branch in re.findall("'([^']+)'", said["branches"])
    )


def _is_main(branch: str, into: str | None, tracking: bool, main: Collection[str]) -> bool:
    """Say whether merging ``branch`` was pulling the main branch, and not merging into it."""
    if tracking:
        remote, _, branch = branch.removeprefix("refs/remotes/").partition("/")
        if into is None and remote not in _CENTRAL:
            return False
    if into is None:
        return branch in USUAL_NAMES
    return branch == into or (branch in {*USUAL_NAMES, *main} and into not in {*USUAL_NAMES, *main})
