"""Links lead somewhere, nothing is loaded, and hostile names stay words."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from posixpath import normpath
from urllib.parse import parse_qs

import pytest

from kehoach.run import Run
from kehoach.site import elements as h
from kehoach.site.addresses import slug, told_apart
from pages_read import PLAN, Seen, read, site, site_files

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LOADING = ("src", "srcset", "data", "action", "formaction", "poster", "background", "ping")


@pytest.fixture(scope="module")
def tables(december: Run) -> dict[str, list[list[str]]]:
    """Every table that lies beside a page, by the name of its file."""
    files = (each for each in site_files(december, "vi").items() if each[0].endswith(".csv"))
    return {name: [*csv.reader(io.StringIO(text.lstrip("\ufeff")))] for name, text in files}


# ── Offline, and each link leads somewhere ──────────────────────────────────────────────────────


def test_every_link_leads_to_a_page_and_a_place_that_are_there(
    seen: Mapping[str, Seen], tables: Mapping[str, list[list[str]]]
) -> None:
    """A place that asks for something (``#state=overdue``) is one of the filters' fields."""
    for name, page in seen.items():
        for link in page.links:
            path, _, place = link.partition("#")
            target = normpath(str(PurePosixPath(name).parent / path)) if path else name
            assert target in seen or target in tables, (name, link)
            if "=" in place:
                known = {each.get("value") for each in seen[target].all("option")}
                assert known.issuperset(parse_qs(place).get("state", ())), link
            else:
                assert not place or place in seen[target].ids, (name, link)


def test_ids_are_unique(seen: Mapping[str, Seen]) -> None:
    for page in seen.values():
        assert len(page.ids) == len(set(page.ids))


def test_nothing_is_loaded_from_anywhere(
    pages: Mapping[str, str], seen: Mapping[str, Seen]
) -> None:
    for name, page in seen.items():
        assert not _loaded(page), name
        assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest|import\(", pages[name])


def _loaded(page: Seen) -> list[object]:
    """Return what would make a browser ask for something, or run something."""
    found: list[object] = []
    for tag, values in page.elements:
        found += [(tag, name) for name in values if name in _LOADING or name.startswith("on")]
        if tag in {"iframe", "object", "embed", "img", "base", "form", "image", "use"}:
            found.append(tag)
        if tag == "link" and values != {"rel": "icon", "href": "data:,"}:
            found.append((tag, values))
        if tag == "a" and re.match(r"[\w.+-]*:|//", values["href"] or ""):
            found.append((tag, values))
    return found


# ── Hostile text ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_hostile_text_is_words(example: Run, lang: str) -> None:
    """Markup, escapes of terminals, formulas, mentions, marks of direction, a note of 100 KB."""
    pages = site(example, "en" if lang == "en" else "vi")
    for name, page in pages.items():
        seen = read(page)
        assert not _loaded(seen), name
        scripts = [values for values in seen.all("script") if "type" not in values]
        assert len(scripts) == 1 + bool(seen.all("noscript"))  # everybody's, and that of a form
        assert not _UNSEEN.search(page)
        assert not re.search(r"^\s*(::|##\[)", page, re.MULTILINE)
        assert not any(word.startswith(("=", "@", "+1")) for word in seen.words if word != "=")
    everything = "".join(pages.values())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in everything
    assert "[/nope]" in everything


def test_what_is_not_markup_is_escaped() -> None:
    assert str(h.p(title='"x" <')["<b>"]) == '<p title="&#34;x&#34; &lt;">&lt;b&gt;</p>'
    assert str(h.p[h.b, [None, "<"]]) == "<p><b></b>&lt;</p>"
    assert h.words("a\x1b[31m\u202e\nb") == "a\ufffd[31m\ufffd b"
    assert h.words("\udce1").encode() == b"?"


def test_no_word_enters_an_element_unseen() -> None:
    """However deep it stands, and in attributes too: controls go, and nothing is a formula."""
    assert str(h.p[["\x1b", ("=1+1",)]]) == "<p>\ufffd\u200b=1+1</p>"
    assert str(h.p(title="@a\nb")) == '<p title="\u200b@a b"></p>'
    assert str(h.p[h.divided(("a", "b"), " · ")]) == "<p>a · b</p>"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..", "<b>", "a?b#c%41", "CON", "nul.x", "ạ", "a" * 500, "", "-rf"]
)
def test_any_id_becomes_a_name_of_a_file(name: str) -> None:
    made = slug(name)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]{0,81}", made)
    assert made.upper() not in {"CON", "NUL", "NUL.X"}


def test_names_that_become_alike_are_told_apart() -> None:
    """Capitals do not count on Windows and macOS."""
    assert list(told_apart(["a?", "a#", "A", "a", "a-2"])) == ["a", "a-2", "A-3", "a-4", "a-2-2"]


def test_items_of_hostile_and_alike_ids_have_pages_of_their_own(judge: Callable[..., Run]) -> None:
    ids = ["<b>", "..", "1?a", "1#a", "a.A", "a.a"]
    items = "".join(
        f'  - {{id: "{id_}", kind: task, title: "Mục {id_}", text: Làm., lead: [so-noi-vu], '
        "deadline: {within: 2021-06}}\n"
        for id_ in ids
    )
    run = judge({"plan_07.yaml": PLAN.partition("  - ")[0] + items}, "2021-12-15", git=False)
    pages = site(run, "vi")
    mine = [name for name in pages if name.startswith("item/")]
    assert len({name.casefold() for name in mine}) == len(ids)
    assert all(re.fullmatch(r"item/[A-Za-z0-9.-]+\.html", name) for name in mine)
    places = [id_ for id_ in read(pages["agency/so-noi-vu.html"]).ids if id_.startswith("o_")]
    assert len(set(places)) == len(ids)
