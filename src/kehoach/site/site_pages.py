"""``kehoach site``: all pages, and their tables as files beside them."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from kehoach.explanations.claim_words import places_told
from kehoach.run import Run
from kehoach.site.addresses import HOME, TREND
from kehoach.site.first_page import first_page
from kehoach.site.form.forges import Forge
from kehoach.site.form.form_pages import form_pages
from kehoach.site.leaf import Leaf
from kehoach.site.page_of_agency import agency_page
from kehoach.site.page_of_item import item_page
from kehoach.site.page_of_state import state_pages
from kehoach.site.page_of_trend import trend_page
from kehoach.site.site_data import Site
from kehoach.words import Lang


def site(run: Run, lang: Lang, forge: Forge | None = None) -> Iterator[tuple[str, str]]:
    """Yield each file by its name (folders divided by a slash) and its text.

    Every agency that owes or coordinates anything has a page, and so have every item of the plans
    and every state. Together they are larger than all else: each is made when it is asked for.
    ``forge`` is where an agency's form can open the page for a new file.
    """
    all_ = Site(run, lang, forge)
    run.positions.look_up(places_told(run))
    pages = ((Leaf(all_, name), make) for name, make in _pages(all_))
    plans = ((Leaf(all_.of_plan(plan), name), first_page) for plan, name in all_.to.plans)
    for leaf, make in chain(pages, plans):
        yield leaf.name, make(leaf)
        yield from leaf.sheets.items()


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
