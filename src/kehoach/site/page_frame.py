"""What stands on every page: what is judged, as of when, on what data, and where else to go."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from htpy import Node, fragment, link, meta
from markupsafe import Markup, escape

from kehoach.explanations.labels import SAMPLE
from kehoach.explanations.provenance import again_line, data_lines, revision
from kehoach.explanations.uncounted import anyway_words
from kehoach.model.plan import Plan
from kehoach.run import Run
from kehoach.site import elements as h
from kehoach.words import Lang, Text, captions, shown_day

_SKIP = Text("Đến nội dung", "Skip to the content")
_PAGES = Text("Các trang", "Pages")
_STANDS = Text(
    "Tính đến hết ngày {day} ({timezone}) · Bản dữ liệu: {revision}",
    "As of the end of {day} ({timezone}) · Data revision: {revision}",
)


class PageFrame:
    """What stands round every page of a run, made once for all of them."""

    def __init__(self, run: Run, lang: Lang) -> None:
        self.run = run
        self.lang = lang

    def whole(
        self, title: str, content: Node, ways: Iterable[Node], script: str, style: str
    ) -> str:
        """Return a whole page; ``ways`` are the links to the others."""
        lang = self.lang
        nav = h.nav(aria_label=_PAGES.to(lang))[h.ul[(h.li[way] for way in ways)]]
        named = f"{title} · {shown_day(self.run.as_of, lang)}"
        whole = h.html(lang=lang)[
            h.head[_head(style, script), h.title[named]],
            h.body[
                h.a(class_="skip", href="#main")[_SKIP.to(lang)],
                h.header[self.stands, nav],
                h.main(id="main", tabindex="-1")[h.h1[title], content],
                self.foot,
                [_ours(f"<script>{each}</script>") for each in (_read("pages.js"), script) if each],
            ],
        ]
        return f"<!DOCTYPE html>\n{whole}\n"

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
        said = (*data_lines(self.run, self.lang), again_line(self.run, self.lang))
        lines = [h.li[line] for line in said]
        return _written(h.footer[h.h2[captions.ABOUT_DATA.to(self.lang)], h.ul[lines]])


@lru_cache(maxsize=8)
def _head(style: str, script: str) -> Markup:
    """Return the style and script of a page, and who may run and load what: nothing but these."""
    styles, scripts = (_read("pages.css"), style), (_read("pages.js"), script)
    policy = (
        f"default-src 'none'; img-src data:; style-src {_hashes(styles)}; "
        f"script-src {_hashes(scripts)}; base-uri 'none'; form-action 'none'"
    )
    return _written(
        meta(charset="utf-8"),
        # Quotes are part of the policy, which is ours: escaped, nobody could read it.
        _ours(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        meta(name="viewport", content="width=device-width, initial-scale=1"),
        meta(name="generator", content="kehoach site"),
        link(rel="icon", href="data:,"),
        [_ours(f"<style>{each}</style>") for each in styles if each],
    )


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
def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").rstrip()


def _hashes(codes: Iterable[str]) -> str:
    """Return the names by which a policy allows exactly these texts."""
    digests = (hashlib.sha256(code.encode()).digest() for code in codes if code)
    return " ".join(f"'sha256-{b64encode(each).decode()}'" for each in digests)
