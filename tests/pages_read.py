"""Pages of a site as a browser reads them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from kehoach.run import Run
from kehoach.site.form.forges import Forge
from kehoach.site.site_pages import site as pages_of
from kehoach.words import Lang

DATA = Path(__file__).parents[1] / "data"
VOID = {"meta", "link", "input", "br"}


def site_files(run: Run, lang: Lang, forge: Forge | None = None) -> dict[str, str]:
    """Return the text of every file of a site."""
    return dict(file for page in pages_of(run, lang, forge) for file in page())


def site(run: Run, lang: Lang) -> dict[str, str]:
    """Return the text of every page."""
    return {name: text for name, text in site_files(run, lang).items() if name.endswith(".html")}


@dataclass
class Seen(HTMLParser):
    """What stands in a page: elements, ids, links, words, and what was opened and not closed."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make ready to read."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        values = dict(attrs)
        assert len(values) == len(attrs), f"an attribute twice: {tag} {attrs}"
        self.elements.append((tag, values))
        if id_ := values.get("id"):
            self.ids.append(id_)
        if tag == "a":
            self.links.append(values["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of a picture that holds nothing."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Refuse what is closed in a wrong order."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note words that are shown."""
        if not {"style", "script"} & set(self.open):
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each element of a kind."""
        return [values for name, values in self.elements if name == tag]


def read(page: str) -> Seen:
    seen = Seen()
    seen.feed(page)
    seen.close()
    assert seen.open == []
    return seen


# ── The command ─────────────────────────────────────────────────────────────────────────────────

PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2021-01-01, to: 2026-12-31}
items:
  - {id: "1", kind: task, title: Một, text: Làm., lead: [so-noi-vu], deadline: {within: 2021-06}}
"""
