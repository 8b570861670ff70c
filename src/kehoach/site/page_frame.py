"""What stands on every page: what is judged, as of when, on what data, and where else to go."""

import hashlib
from base64 import b64encode
from functools import cache, cached_property
from importlib.resources import files

from htpy import Node, fragment, link, meta
from markupsafe import Markup, escape

from kehoach.explanations.labels import SAMPLE
from kehoach.explanations.provenance import data_lines, revision
from kehoach.explanations.uncounted import anyway_words
from kehoach.grouping import group_by
from kehoach.model.plan import Item, Plan
from kehoach.run import Run
from kehoach.site import components, headings
from kehoach.site import elements as h
from kehoach.site.addresses import Addresses, ItemKey, key_of
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, Text, captions, shown_day

HOME, OPEN = "index.html", "overdue.html"
UP = "../"
"""From a page of an agency or item to the top."""

_SKIP = Text("Đến nội dung", "Skip to the content")
_PAGES = Text("Các trang", "Pages")
_HOME = Text("Toàn cảnh", "Overview")
_ITEMS = Text("Mục của kế hoạch", "Items of the plan")
_STANDS = Text(
    "Tính đến hết ngày {day} ({timezone}) · Bản dữ liệu: {revision}",
    "As of the end of {day} ({timezone}) · Data revision: {revision}",
)
_FROM = Text("(nhận từ {old})", "(taken over from {old})")
_SHOWN = Text("hiện {n}/{all} dòng", "{n}/{all} rows shown")


class Site:
    """The run, the language and the addresses that all pages share."""

    def __init__(self, run: Run, lang: Lang) -> None:
        self.run = run
        self.lang = lang
        self.to = Addresses(run)

    @cached_property
    def items(self) -> dict[ItemKey, Item]:
        """Every item of the plans."""
        return {(plan.id, id_): item for plan in self.run.plans for id_, item in plan.item.items()}

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What the plans demand in their whole life, plan by plan."""
        return tuple(each for report in self.run.reports for each in report.docket.demands)

    @cached_property
    def demands_of(self) -> dict[ItemKey, list[Demand]]:
        """What the plans demand, by item."""
        return group_by(self.demands, lambda each: (each.plan.id, each.item.id))

    @cached_property
    def preceding(self) -> dict[str, list[str]]:
        """Whom an agency succeeds."""
        agencies = self.run.registry.agencies
        pairs = [(heir, each.id) for each in agencies for heir in dict.fromkeys(each.successors)]
        groups = group_by(pairs, lambda pair: pair[0])
        return {heir: [old for _, old in found] for heir, found in groups.items()}

    @cached_property
    def coordinated_by(self) -> dict[str, tuple[ItemKey, ...]]:
        """The items that an agency coordinates, each once."""
        pairs = (each for report in self.run.reports for each in report.docket.coordinators)
        return {
            agency: tuple(dict.fromkeys((each.plan.id, each.item.id) for each, _ in found))
            for agency, found in group_by(pairs, lambda pair: pair[1]).items()
        }

    @cached_property
    def owed_of(self) -> dict[ItemKey, list[Assessment]]:
        """The verdicts by item."""
        return group_by(self.run.assessments, key_of)

    def agency_link(self, id_: str, up: str = "") -> Node:
        """Return an agency's name, leading to its page where it has one."""
        page = self.to.agency(id_)
        return components.link(self.run.agency_name(id_), page and f"{up}{page}")

    def verdict_link(self, each: Assessment, up: str = "") -> Node:
        """Return the name of who owes it, leading to the reasons; from whom it came beside it."""
        name = h.a(href=f"{up}{self.to.verdict(each)}")[self.run.agency_name(each.agency)]
        came = self.inherited(each)
        return h.divided((name, h.span(class_="dim")[came]), " ") if came else name

    def inherited(self, each: Assessment) -> str:
        """Return from whom an obligation came, in brackets; nothing where from nobody."""
        old = each.inherited_from
        return _FROM.to(self.lang, old=self.run.agency_name(old)) if old else ""

    def item_link(self, key: ItemKey, up: str = "", *, titled: bool = True) -> Node:
        """Return an item's number and title, leading to its page."""
        title = f" {self.items[key].title}" if titled else ""
        return h.a(href=f"{up}{self.to.item(key)}")[f"{self.to.label(key)}{title}"]

    @cached_property
    def head(self) -> Markup:
        """The style, and who may run and load what: nothing but the style and script given here."""
        policy = (
            f"default-src 'none'; img-src data:; style-src {_hash(_style())}; "
            f"script-src {_hash(self.code)}; base-uri 'none'; form-action 'none'"
        )
        return _written(
            meta(charset="utf-8"),
            # Quotes are part of the policy, which is ours: escaped, nobody could read it.
            _ours(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
            meta(name="viewport", content="width=device-width, initial-scale=1"),
            meta(name="generator", content="kehoach site"),
            link(rel="icon", href="data:,"),
            _ours(f"<style>{_style()}</style>"),
        )

    @cached_property
    def code(self) -> str:
        """The script, with its few words in the language of the pages."""
        return _read("pages.js").replace("SHOWN", f'"{_SHOWN.to(self.lang)}"')

    @cached_property
    def stands(self) -> Markup:
        """What is judged, as of when, on which data; what warns the reader comes first."""
        run, lang = self.run, self.lang
        warned = [SAMPLE.to(lang)] if run.sample else []
        if uncounted := anyway_words(run):
            warned.append(uncounted.to(lang))
        if left := run.workspace.left_out:
            warned.append(captions.LEFT_OUT.to(lang, count=len(left), files="; ".join(left)))
        day = shown_day(run.as_of, lang)
        stood = _STANDS.to(lang, day=day, timezone=run.timezone, revision=revision(run, lang))
        return _written(
            [h.p(class_="notice")[f"⚠ {words}"] for words in warned],
            [h.p(class_="plan")[_plan_words(plan, lang)] for plan in run.plans],
            h.p[stood],
        )

    @cached_property
    def foot(self) -> Markup:
        """What the figures rest on, and how anyone gets the same again."""
        lines = [h.li[line] for line in data_lines(self.run, self.lang)]
        return _written(h.footer[h.h2[captions.ABOUT_DATA.to(self.lang)], h.ul[lines]])


def page(site: Site, title: str, *content: Node, up: str = "") -> str:
    """Return a whole page; ``up`` leads from its folder to the top."""
    lang = site.lang
    top = (
        (_HOME, HOME), (headings.OVERDUE, OPEN), (captions.AGENCIES, f"{HOME}#agencies"),
        (_ITEMS, f"{HOME}#items"),
    )  # fmt: skip
    ways = [h.li[h.a(href=f"{up}{to}")[words.to(lang)]] for words, to in top]
    named = f"{title} · {shown_day(site.run.as_of, lang)}"
    whole = h.html(lang=lang)[
        h.head[site.head, h.title[named]],
        h.body[
            h.a(class_="skip", href="#main")[_SKIP.to(lang)],
            h.header[site.stands, h.nav(aria_label=_PAGES.to(lang))[h.ul[ways]]],
            h.main(id="main", tabindex="-1")[h.h1[title], content],
            site.foot,
            _ours(f"<script>{site.code}</script>"),
        ],
    ]
    return f"<!DOCTYPE html>\n{whole}\n"


def _plan_words(plan: Plan, lang: Lang) -> str:
    number = f" ({plan.number})" if plan.number else ""
    return captions.PLAN_NAMED.to(lang, id=plan.id, number=number, name=plan.name)


def _written(*nodes: Node) -> Markup:
    """Return what is the same on every page, written once for all of them."""
    return escape(fragment[nodes])


def _ours(markup: str) -> Markup:
    """Return markup in which nothing stands but what is in this package."""
    return Markup(markup)  # noqa: S704 - that is what it is for


@cache
def _style() -> str:
    return _read("pages.css").rstrip()


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(code: str) -> str:
    """Return the name by which a policy allows exactly this text."""
    return f"'sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
