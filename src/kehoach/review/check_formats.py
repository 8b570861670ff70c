"""The formats of ``kehoach check`` by name; each is imported when it is asked for."""
# ruff: noqa: PLC0415 - nobody needs XML and SARIF to read what is wrong on a terminal

from collections.abc import Iterator, Mapping
from typing import Protocol

from kehoach.run import Account
from kehoach.terminal.screen import Screen


class CheckFormat(Protocol):
    """What was found, for people, a forge or a code scanner."""

    def __call__(self, run: Account, screen: Screen) -> str | Iterator[str]:
        """Return the report, or yield it where it is written as it is made."""


def _text(run: Account, screen: Screen) -> str:
    from kehoach.review.check_text import check_text

    return check_text(run, screen)


def _json(run: Account, screen: Screen) -> Iterator[str]:
    from kehoach.review.check_json import check_json

    return check_json(run, screen)


def _jsonl(run: Account, screen: Screen) -> Iterator[str]:
    from kehoach.review.check_json import check_lines

    return check_lines(run, screen)


def _github(run: Account, screen: Screen) -> str:
    from kehoach.review.check_github import check_github

    return check_github(run, screen)


def _gitlab(run: Account, screen: Screen) -> str:
    from kehoach.review.check_gitlab import check_gitlab

    return check_gitlab(run, screen)


def _junit(run: Account, screen: Screen) -> str:
    from kehoach.review.check_junit import check_junit

    return check_junit(run, screen)


def _sarif(run: Account, screen: Screen) -> str:
    from kehoach.review.check_sarif import check_sarif

    return check_sarif(run, screen)


CHECK_FORMATS: Mapping[str, CheckFormat] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "sarif": _sarif,
}
