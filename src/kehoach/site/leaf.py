"""One page while it is made: where it lies, its links to others, and the files of its tables."""

from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote

from htpy import Node

from kehoach.explanations.decision_words import debt_note
from kehoach.explanations.reminder_words import reminded_words
from kehoach.run import Run
from kehoach.site import components, headings
from kehoach.site import elements as h
from kehoach.site.addresses import HOME, Addresses, ItemKey, slug
from kehoach.site.site_data import Site
from kehoach.site.table_files import csv_text
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text, captions
from kehoach.words.statuses import Shown, Status

_HOME = Text("Toàn cảnh", "Overview")
_ITEMS = Text("Mục của kế hoạch", "Items of the plan")
_FROM = Text("(nhận từ {old})", "(taken over from {old})")
_FILE = Text("Tải bảng “{table}” (CSV)", "Download the table “{table}” (CSV)")


class Leaf:
    """A page of a site; ``sheets`` are the files of its tables, by name."""

    def __init__(self, site: Site, name: str) -> None:
        self.site = site
        self.name = name
        self.up = "../" * name.count("/")
        self.sheets: dict[str, str] = {}

    @property
    def run(self) -> Run:
        """What is shown."""
        return self.site.run

    @property
    def lang(self) -> Lang:
        """The language of the page."""
        return self.site.lang

    @property
    def to(self) -> Addresses:
        """Where each page lies, seen from the top."""
        return self.site.to

    def page(self, title: str, *content: Node, script: str = "", style: str = "") -> str:
        """Return the whole page; ``script`` and ``style`` are what it needs beside everybody's."""
        top = (
            (_HOME, HOME), (headings.OVERDUE, self.to.state(Status.OVERDUE)),
            (captions.AGENCIES, f"{HOME}#agencies"), (_ITEMS, f"{HOME}#items"),
        )  # fmt: skip
        named = [(words.to(self.lang), to) for words, to in top]
        named[1:1] = [
            (f"{captions.PLAN.to(self.lang)} {plan.number or plan.id}", to)
            for plan, to in self.to.plans
        ]
        ways = [h.a(href=f"{self.up}{to}")[words] for words, to in named]
        return self.site.frame.whole(title, content, ways, script, style)

    def sheet(self, id_: str, label: str, rows: Iterable[Sequence[str]]) -> Node:
        """Put a table beside the page as a file, and return the link to it."""
        name = f"{self.name.removesuffix('.html')}.{slug(id_)}.csv"
        self.sheets[name] = csv_text(rows)
        words = components.unseen(_FILE.to(self.lang, table=label))
        return h.a(class_="csv", href=name.rpartition("/")[2], download=True)["CSV", words]

    def state(self, shown: Shown) -> str:
        """Return the way to everything in a state, of the plan that the page is about."""
        plan = f"&plan={quote(self.site.only.id)}" if self.site.only else ""
        return f"{self.up}{self.to.state(shown)}{plan}"

    def ways(self, page: str | None) -> Callable[[Shown], str] | None:
        """Return where a page that lists its verdicts itself has those of a state."""
        return (lambda shown: f"{self.up}{page}#state={shown.value}") if page else None

    def agency_link(self, id_: str) -> Node:
        """Return an agency's name, leading to its page where it has one."""
        page = self.to.agency(id_)
        return components.link(self.run.agency_name(id_), page and f"{self.up}{page}")

    def verdict_link(self, each: Assessment) -> Node:
        """Return the name of who owes it, leading to the reasons; from whom it came beside it."""
        name = h.a(href=f"{self.up}{self.to.verdict(each)}")[self.run.agency_name(each.agency)]
        came = self.inherited(each)
        return h.divided((name, h.span(class_="dim")[came]), " ") if came else name

    def inherited(self, each: Assessment) -> str:
        """Return from whom an obligation came, in brackets; nothing where from nobody."""
        old = each.inherited_from
        return _FROM.to(self.lang, old=self.run.agency_name(old)) if old else ""

    def notes(self, each: Assessment) -> str:
        """Return what is said of a debt: sent back, why and until when, how often reminded."""
        reminded = reminded_words(self.run.reminded(each), self.lang)
        return "; ".join(filter(None, (debt_note(each, self.lang), *reminded)))

    def item_link(self, key: ItemKey, *, titled: bool = True) -> Node:
        """Return an item's number and title, leading to its page."""
        title = f" {self.site.items[key].title}" if titled else ""
        return h.a(href=f"{self.up}{self.to.item(key)}")[f"{self.to.label(key)}{title}"]
