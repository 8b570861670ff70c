"""``kehoach site``: all pages, and their tables as files beside them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from kehoach.explanations.claim_words import office_places
from kehoach.run import Run
from kehoach.site.addresses import HOME, TREND
from kehoach.site.first_page import first_page
from kehoach.site.form.forges import Forge
from kehoach.site.form.form_pages import form_pages
from kehoach.site.leaf import Leaf
from kehoach.site.months_in_shares import months_in_shares
from kehoach.site.page_of_agency import agency_page
from kehoach.site.page_of_item import item_page
from kehoach.site.page_of_state import state_pages
from kehoach.site.page_of_trend import trend_page
from kehoach.site.site_data import Site
from kehoach.words import Lang

Page = Callable[[], Iterable[tuple[str, str]]]
"""Makes a page and the tables beside it: names of files (folders divided by a slash), and texts."""


def site(run: Run, lang: Lang, forge: Forge | None = None, jobs: int = 1) -> Sequence[Page]:
    """Return all pages: together they are larger than all else, so each is made when it is called.

    Every agency that owes or coordinates anything has a page, and so have every item of the plans
    and every state. What pages share is there already, for whoever divides them among processes.
    ``forge`` is where an agency's form can open the page for a new file. What is shared is reckoned by
    ``jobs`` processes.
    """
    all_ = Site(run, lang, forge, months_in_shares(run, jobs))
    run.positions.look_up(office_places(run))
    _ = all_.owed_of, run.owed_by
    pages = ((Leaf(all_, name), make) for name, make in _pages(all_))
    plans = ((Leaf(all_.of_plan(plan), name), first_page) for plan, name in all_.to.plans)
    return [partial(_files, leaf, make) for leaf, make in chain(pages, plans)]


def _files(leaf: Leaf, make: Callable[[Leaf], str]) -> Iterable[tuple[str, str]]:
    text = make(leaf)
    return ((leaf.name, text), *leaf.sheets.items())


def _pages(all_: Site) -> Iterator[tuple[str, Callable[[Leaf], str]]]:
    """Yield how each page is made of its leaf."""
    yield HOME, first_page
    yield TREND, trend_page
    yield from state_pages(all_.run.assessments)
    for row in all_.run.responsibilities:
        yield all_.to.agencies[row.agency], partial(agency_page, row=row)
    for key in all_.to.items:
        yield all_.to.item(key), partial(item_page, key=key)
    yield from form_pages(all_)
