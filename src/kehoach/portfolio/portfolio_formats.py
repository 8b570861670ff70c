"""The formats of ``kehoach portfolio``: each a function from what was merged to text or bytes."""
# ruff: noqa: PLC0415 - a format is imported when it is first asked for; one needs a library

from collections.abc import Mapping
from typing import Protocol

from kehoach.portfolio.merging import Merged
from kehoach.terminal.screen import Screen


class PortfolioFormat(Protocol):
    """From a portfolio to the content of a file: the same portfolio gives the same bytes."""

    def __call__(self, whole: Merged, screen: Screen, /) -> str | bytes:
        """Return the whole content."""


def _table(whole: Merged, screen: Screen) -> str:
    from kehoach.document.on_terminal import on_screen
    from kehoach.portfolio.portfolio_page import portfolio_page

    return on_screen(portfolio_page(whole, screen), screen)


def _markdown(whole: Merged, screen: Screen) -> str:
    from kehoach.document.markdown import markdown
    from kehoach.portfolio.portfolio_page import portfolio_page

    return markdown(portfolio_page(whole, screen))


def _html(whole: Merged, screen: Screen) -> str:
    from kehoach.document.mail_html import html
    from kehoach.portfolio.portfolio_page import portfolio_page

    return html(portfolio_page(whole, screen))


def _json(whole: Merged, screen: Screen) -> str:
    from kehoach.contract.json_text import dump
    from kehoach.portfolio.portfolio_json import merged_output

    return dump({**merged_output(whole, screen.lang)})


def _parquet(whole: Merged, screen: Screen) -> bytes:
    from kehoach.portfolio.portfolio_parquet import portfolio_parquet

    return portfolio_parquet(whole, screen.lang)


PORTFOLIO_FORMATS: Mapping[str, PortfolioFormat] = {
    "table": _table,
    "markdown": _markdown,
    "json": _json,
    "html": _html,
    "parquet": _parquet,
}
