"""What a merge says of itself: the default subjects of git and of the forges.

git: ``Merge branch 'main' of URL into stc``, ``Merge remote-tracking branch 'origin/main'``. GitHub:
``Merge pull request #1 from owner/stc``. GitLab, which quotes both: ``Merge branch 'main' into 'main'``.
Gitea: ``Merge pull request 'Title' (#1) from stc into main``, once ``Merge branch 'main' of owner/repo
into main``. Bitbucket: ``Merged in stc (pull request #1)``, ``Pull request #1: Title``, ``Merge pull
request #1 in PROJECT/repo from stc to main``, and for a branch brought up to date ``Merged main into
stc``. Azure DevOps: ``Merged PR 1: Title``, ``Merge pull request 1 from stc into main``.
"""

import re

USUAL_NAMES = ("main", "master", "trunk")
_CENTRAL = ("origin", "upstream")  # remotes that one pulls from; others one gathers from
_NAME = r"""(?:'[^']+'|"[^"]+"|“[^”]+”|`[^`]+`|[^\s'"“`,]+)"""
_QUOTES = "'\"“”`"
_GIT = re.compile(
    rf"Merge (?P<tracking>remote-tracking )?branch(?:es)? (?P<names>{_NAME}(?:(?:, | and ){_NAME})*)"
    rf"(?: of (?P<place>\S+))?(?: into (?P<into>{_NAME}))?(?![^\s,;.:])"
)
_REQUEST = re.compile(
    rf"Merge pull request .*\bfrom (?P<name>{_NAME}) (?:into|to) (?P<into>{_NAME})\s*"
)
_UPDATE = re.compile(rf"Merged? (?P<name>{_NAME}) into (?P<into>{_NAME})\s*")
_OWNED = re.compile(r"[\w-][\w.-]*/[\w.-]+")  # a repository by its owner, as a forge names it


def pulled_main(subject: str) -> bool:
    """Say whether a merge, by its subject, pulled the main branch into another.

    Git says no ``into`` where it merged into a branch called main or master.
    """
    if said := _GIT.match(subject):
        return _pulled_by_git(said)
    said = _REQUEST.fullmatch(subject) or _UPDATE.fullmatch(subject)
    return said is not None and _between(_bare(said["name"]), said["into"])


def _pulled_by_git(said: re.Match[str]) -> bool:
    names = (name for name in re.findall(_NAME, said["names"]) if name != "and")
    return any(_one_pulled(name.strip(_QUOTES), said) for name in names)


def _one_pulled(name: str, said: re.Match[str]) -> bool:
    """Say whether one of the branches merged was the main branch, pulled into another."""
    into = said["into"]
    if into and into[0] in _QUOTES:  # a forge that merged a request
        return _between(_bare(name), into)
    if said["place"] and _OWNED.fullmatch(said["place"]):
        return into is not None and _between(name, into)
    return _pulled(name, into, said["tracking"] is not None)


def _pulled(name: str, into: str | None, tracking: bool) -> bool:
    """Say whether merging a branch with git was pulling the main branch, or a branch into itself."""
    if tracking:
        remote, _, name = name.removeprefix("refs/remotes/").partition("/")
        if into is None and remote not in _CENTRAL:
            return False
    if into is None:
        return name in USUAL_NAMES
    return name == into or _between(name, into)


def _between(name: str, into: str) -> bool:
    """Say whether the main branch went into one that is not."""
    return name in USUAL_NAMES and _bare(into) not in USUAL_NAMES


def _bare(name: str) -> str:
    """Return a branch without its quotes, and without the remote that one pulls it from."""
    name = name.strip(_QUOTES).removeprefix("refs/heads/").removeprefix("refs/remotes/")
    remote, _, rest = name.partition("/")
    return rest if rest and remote in _CENTRAL else name
