"""What stands on every page: what is judged, as of when, on what data, and where else to go."""

import hashlib
from base64 import b64encode
from collections import defaultdict
from functools import cached_property

from kehoach.explanations.labels import SAMPLE
from kehoach.explanations.provenance import data_lines, revision
from kehoach.model.plan import Item
from kehoach.run import Run
from kehoach.site.site_addresses import Addresses, ItemKey, key_of
from kehoach.site.site_html import Html, element, joined, link, text
from kehoach.site.site_script import script
from kehoach.site.site_style import STYLE
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text, shown_day

HOME, OPEN = "index.html", "overdue.html"
_SKIP = Text("Đến nội dung", "Skip to the content")
_PAGES = Text("Các trang", "Pages")
_HOME = Text("Toàn cảnh", "Overview")
_AGENCIES = Text("Cơ quan", "Agencies")
_ITEMS = Text("Mục của kế hoạch", "Items of the plan")
_OPEN = Text("Quá hạn và chưa gửi báo cáo", "Overdue and missing reports")
_PLAN = Text("Kế hoạch {id}{number}: {name}", "Plan {id}{number}: {name}")
_STANDS = Text(
    "Tính đến hết ngày {day} ({timezone}) · Bản dữ liệu: {revision}",
    "As of the end of {day} ({timezone}) · Data revision: {revision}",
)
_LEFT_OUT = Text(
    "Bỏ qua {count} tệp không đọc được: {files} (kehoach check)",
    "{count} unreadable files are left out: {files} (kehoach check)",
)
_FROM = Text("(nhận từ {old})", "(taken over from {old})")
_ABOUT = Text("Về số liệu", "About the data")


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
    def owed_by(self) -> dict[str, list[Assessment]]:
        """The verdicts by agency."""
        found: dict[str, list[Assessment]] = defaultdict(list)
        for each in self.run.assessments:
            found[each.agency].append(each)
        return found

    @cached_property
    def owed_of(self) -> dict[ItemKey, list[Assessment]]:
        """The verdicts by item."""
        found: dict[ItemKey, list[Assessment]] = defaultdict(list)
        for each in self.run.assessments:
            found[key_of(each)].append(each)
        return found

    def agency_link(self, id_: str, up: str = "") -> Html:
        """Return an agency's name, leading to its page where it has one."""
        page = self.to.agency(id_)
        return link(self.run.agency_name(id_), page and f"{up}{page}")

    def verdict_link(self, each: Assessment, up: str = "") -> Html:
        """Return the name of who owes it, leading to the reasons; from whom it came beside it."""
        name = link(self.run.agency_name(each.agency), f"{up}{self.to.verdict(each)}")
        came = self.inherited(each)
        return joined((name, element("span", came, class_="dim")), " ") if came else name

    def inherited(self, each: Assessment) -> str:
        """Return from whom an obligation came, in brackets; nothing where from nobody."""
        old = each.inherited_from
        return _FROM.to(self.lang, old=self.run.agency_name(old)) if old else ""

    def item_link(self, key: ItemKey, up: str = "", titled: bool = True) -> Html:
        """Return an item's number and title, leading to its page."""
        title = f" {self.items[key].title}" if titled else ""
        return link(f"{self.to.label(key)}{title}", f"{up}{self.to.item(key)}")

    @cached_property
    def head(self) -> Html:
        """The style, and who may run and load what: nothing but the style and script given here."""
        code = script(self.lang)
        policy = (
            f"default-src 'none'; img-src data:; style-src {_hash(STYLE)}; "
            f"script-src {_hash(code)}; base-uri 'none'; form-action 'none'"
        )
        return joined((
            element("meta", charset="utf-8"),
            Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="generator", content="kehoach site"),
            element("link", rel="icon", href="data:,"),
            Html(f"<style>{STYLE}</style>"),
        ))  # fmt: skip

    @cached_property
    def script(self) -> Html:
        """The script, at the end of a page."""
        return Html(f"<script>{script(self.lang)}</script>")

    @cached_property
    def stands(self) -> Html:
        """What is judged, as of when, on which data; what warns the reader comes first."""
        run, lang = self.run, self.lang
        warned = [SAMPLE.to(lang)] if run.sample else []
        if left := run.workspace.left_out:
            warned.append(_LEFT_OUT.to(lang, count=len(left), files="; ".join(left)))
        day = shown_day(run.as_of, lang)
        stood = _STANDS.to(lang, day=day, timezone=run.timezone, revision=revision(run, lang))
        return joined((
            *(element("p", f"⚠ {words}", class_="notice") for words in warned),
            *(element("p", words, class_="plan") for words in self.plans),
            element("p", stood),
        ))  # fmt: skip

    @cached_property
    def plans(self) -> tuple[str, ...]:
        """The plans by number and name."""
        return tuple(
            _PLAN.to(self.lang, id=plan.id, number=f" ({plan.number})" if plan.number else "",
                     name=plan.name)
            for plan in self.run.plans
        )  # fmt: skip

    @cached_property
    def foot(self) -> Html:
        """What the figures rest on, and how anyone gets the same again."""
        lines = (element("li", line) for line in data_lines(self.run, self.lang))
        return element("footer", element("h2", _ABOUT.to(self.lang)), element("ul", *lines))


def page(site: Site, title: str, *content: Html, up: str = "") -> str:
    """Return a whole page; ``up`` leads from its folder to the top."""
    lang = site.lang
    top = (
        (_HOME, HOME), (_OPEN, OPEN), (_AGENCIES, f"{HOME}#agencies"), (_ITEMS, f"{HOME}#items"),
    )  # fmt: skip
    ways = (element("li", link(words.to(lang), f"{up}{to}")) for words, to in top)
    nav = element("nav", element("ul", *ways), aria_label=_PAGES.to(lang))
    named = f"{title} · {shown_day(site.run.as_of, lang)}"
    head = element("head", site.head, Html(f"<title>{text(named)}</title>"))
    body = element(
        "body",
        element("a", _SKIP.to(lang), class_="skip", href="#main"),
        element("header", site.stands, nav),
        element("main", element("h1", title), *content, id="main", tabindex="-1"),
        site.foot,
        site.script,
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang=lang)}\n"


def _hash(code: str) -> str:
    """Return the name by which a policy allows exactly this text."""
    return f"'sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
