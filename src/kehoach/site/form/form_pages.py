"""The forms: for each agency and plan a page on which a report is filled in, without git or a server."""

from collections.abc import Callable, Iterator
from functools import partial

from htpy import Node
from markupsafe import Markup

from kehoach.filing.forms import Forms
from kehoach.site import elements as h
from kehoach.site.form import form_texts
from kehoach.site.form.form_data import AgencyForm, Json
from kehoach.site.form.form_rules import form_code, packed, read
from kehoach.site.leaf import Leaf
from kehoach.site.site_data import Site
from kehoach.words import Lang, captions, shown_day


def form_pages(site: Site) -> Iterator[tuple[str, Callable[[Leaf], str]]]:
    """Yield how each form is made of its leaf, by the name of its file."""
    for report in site.run.reports:
        forms = Forms(report)
        for agency in site.to.agencies:
            if name := site.to.forms(agency).get(report.docket.plan.id):
                form = AgencyForm(site.run, site.lang, forms, agency, site.forge)
                yield name, partial(_page, form=form)


def form_links(leaf: Leaf, agency: str) -> Node:
    """Return the links to an agency's forms; nothing of one that has ended."""
    forms = leaf.to.forms(agency)
    words = form_texts.FILL_IN.to(leaf.lang)
    named = {plan: f"{words} ({plan})" if len(forms) > 1 else words for plan in forms}
    links = (h.a(href=f"{leaf.up}{to}")[named[plan]] for plan, to in forms.items())
    return h.p[h.divided(links, " · ")] if forms else None


def _page(leaf: Leaf, form: AgencyForm) -> str:
    """Return the page of a form; where nothing is to be told it says so."""
    lang, agency = leaf.lang, leaf.run.agency_name(form.agency)
    title = form_texts.TITLE.to(lang, agency=agency)
    top = h.p[_plan(form)] if len(leaf.run.plans) > 1 else None
    back = h.p[leaf.agency_link(form.agency)]
    if data := form.data():
        body = _body(data, lang)
        return leaf.page(title, top, body, back, script=form_code(lang), style=read("form.css"))
    day = shown_day(leaf.run.as_of, lang)
    return leaf.page(
        title, top, h.p[form_texts.NOTHING_OWED.to(lang, day=day, agency=agency)], back
    )


def _plan(form: AgencyForm) -> str:
    plan = form.plan
    return captions.PLAN_NAMED.to(form.lang, id=plan.id, number="", name=plan.name)


def _body(data: Json, lang: Lang) -> Node:
    """Return what stands there without the script, and what the script goes by."""
    unscripted = h.noscript[h.p(class_="notice")[form_texts.NO_SCRIPT.to(lang)]]
    return [
        h.ol(class_="how")[(h.li[each.to(lang)] for each in form_texts.HOW)],
        h.p(class_="private")[form_texts.PRIVATE.to(lang)],
        h.div(id="form", class_="form")[unscripted],
        # A block of data: no browser runs it, and ``packed`` lets nothing in it end it.
        Markup(f'<script type="application/json" id="form-data">{packed(data)}</script>'),  # noqa: S704
    ]
