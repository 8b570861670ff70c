"""``kehoach site``: whole, offline, safe pages, in which nobody is left out.

What is proved without a browser is read with ``html.parser``. What only a browser can tell (that
the script runs under the page's own policy, that nothing wide breaks a narrow screen) is asked of a
headless Chromium where one is installed.
"""

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import parse_qs

import pytest

from kehoach.cli import app
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.site import elements as h
from kehoach.site.addresses import slug, told_apart
from kehoach.site.marks import AHEAD_CSS
from kehoach.site.site_pages import site as pages_of
from kehoach.words import Lang
from kehoach.words.statuses import Remark, Status

DATA = Path(__file__).parents[2] / "data"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_VOID = {"meta", "link", "input", "br"}
_LOADING = ("src", "srcset", "data", "action", "formaction", "poster", "background", "ping")
STATES = [*dict.fromkeys(each.look.css for each in (*Status, *Remark)), AHEAD_CSS]


def site(run: Run, lang: Lang) -> dict[str, str]:
    """Return the text of every page."""
    return {name: text for name, text in pages_of(run, lang) if name.endswith(".html")}


@pytest.fixture(scope="module")
def tables(december: Run) -> dict[str, list[list[str]]]:
    """Every table that lies beside a page, by the name of its file."""
    files = (each for each in pages_of(december, "vi") if each[0].endswith(".csv"))
    return {name: [*csv.reader(io.StringIO(text.lstrip("\ufeff")))] for name, text in files}


def _packaged(name: str) -> str:
    return files("kehoach.site").joinpath(name).read_text(encoding="utf-8")


STYLE = _packaged("pages.css")
ROOTS = re.findall(r":root\{([^}]*)\}", STYLE)


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
        if tag not in _VOID:
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


@pytest.fixture(scope="module")
def december() -> Run:
    return answer(DataFolder(DATA), "data/", Question(date(2021, 12, 15), git=False))


@pytest.fixture(scope="module")
def pages(december: Run) -> dict[str, str]:
    return site(december, "vi")


@pytest.fixture(scope="module")
def seen(pages: Mapping[str, str]) -> dict[str, Seen]:
    return {name: read(page) for name, page in pages.items()}


def test_periods_stand_in_the_order_of_their_ends(judge: Callable[..., Run]) -> None:
    """The half-year's report comes before the year's, and each is called as in letters."""
    plan = (
        'schema: kehoach/plan@1\nid: "07"\ntitle: Thử\nperiod: {from: 2021-01-01, to: 2022-12-31}\n'
        "items:\n  - {id: '1', kind: report, title: Báo cáo, text: Báo cáo., lead: [so-noi-vu],\n"
        "     deadline: [{every: year, before: 12-15}, {every: first-half, before: 06-15}]}\n"
    )
    pages = site(judge({"plan_07.yaml": plan}, "2022-12-20", git=False), "vi")
    (page,) = [text for name, text in pages.items() if name.startswith("item/")]
    days = page[page.index('id="days"') :]
    names = re.findall(r'<th scope="row"[^>]*>([^<]*)<', days[: days.index("</table>")])
    assert names == [
        "6 tháng đầu năm 2021", "năm 2021", "6 tháng đầu năm 2022", "năm 2022",
    ]  # fmt: skip


# ── Nobody is left out ──────────────────────────────────────────────────────────────────────────


def test_every_agency_and_every_item_has_a_page_that_the_first_page_leads_to(
    december: Run, pages: Mapping[str, str], seen: Mapping[str, Seen]
) -> None:
    first = set(seen["index.html"].links)
    for row in december.responsibilities:
        assert f"agency/{row.agency}.html" in pages
        assert f"agency/{row.agency}.html" in first
    for item in december.plans[0].items:
        assert f"item/{item.id}.html" in pages
        assert f"item/{item.id}.html" in first


def test_every_verdict_has_its_place_on_its_agencys_page(
    december: Run, seen: Mapping[str, Seen]
) -> None:
    """What is judged one by one is unfolded there, and nothing is there twice."""
    judged = [each for each in december.assessments if each.status.value != "ongoing"]
    for agency in {each.agency for each in december.assessments}:
        mine = [each for each in judged if each.agency == agency]
        ids = [id_ for id_ in seen[f"agency/{agency}.html"].ids if id_.startswith("o_")]
        assert len(ids) == len(mine)


def test_every_overdue_obligation_is_listed(december: Run, seen: Mapping[str, Seen]) -> None:
    """282 overdue, 49 of them missing reports (tests/data/test_verdicts.py)."""
    listed = [link for link in seen["overdue.html"].links if "#o_" in link]
    assert len(listed) == len(set(listed)) == 282
    assert "Quá hạn, chưa gửi báo cáo (49)" in seen["overdue.html"].words
    assert december.counts[Status.OVERDUE] == 282


def test_the_heat_map_has_a_row_for_every_agency(december: Run, pages: Mapping[str, str]) -> None:
    heat = pages["index.html"].split('id="heat"')[1].split("</section>")[0]
    for row in december.responsibilities:
        assert f'href="agency/{row.agency}.html"' in heat


def test_the_totals_add_up_and_stand_with_both_their_numbers(pages: Mapping[str, str]) -> None:
    """593 = 23 + 4 + 284 + 282 was worked out by hand (tests/data/test_verdicts.py)."""
    boxes = re.findall(r'class="box"[^>]*>[^<]*<strong>(\d+)</strong>', pages["index.html"])
    assert boxes == ["593", "23", "4", "284", "282"]
    assert "27/309 (8,7 %)" in pages["index.html"]
    assert "23/309 (7,4 %)" in pages["index.html"]


def test_each_reason_is_told(pages: Mapping[str, str]) -> None:
    """The sentence with its place in the plan's file, and what has come: as ``explain`` has it."""
    page = pages["agency/so-noi-vu.html"]
    assert "Câu của kế hoạch" in page
    assert "data/plan_06.yaml:" in page
    assert "chưa nhận được gì" in page


# ── What each page says of itself ───────────────────────────────────────────────────────────────


def test_every_page_names_plan_day_revision_and_that_the_data_are_invented(
    pages: Mapping[str, str],
) -> None:
    for page in pages.values():
        top = page.split("<main")[0]
        assert "Dữ liệu minh hoạ" in top
        assert "Kế hoạch 06" in top
        assert "15/12/2021" in top
        assert "Bản dữ liệu: " in top


def test_without_invented_data_no_page_says_so(judge: Callable[..., Run]) -> None:
    run = judge({"plan_07.yaml": _PLAN}, "2021-12-15", git=False)
    assert not any("Dữ liệu minh hoạ" in page for page in site(run, "vi").values())


def test_it_is_written_where_git_cannot_tell(december: Run) -> None:
    """Outside git, or where git refuses the folder, a run has no repository: the pages say so."""
    page = site(replace(december, repository=None), "vi")["index.html"]
    assert "Bản dữ liệu: không lấy từ git" in page


def test_a_file_left_out_is_named(judge: Callable[..., Run]) -> None:
    files = {"plan_07.yaml": _PLAN, "submissions/so-noi-vu/<b>.yaml": "a: [", "x": None}
    run = judge(files, "2021-12-15", git=False)
    assert run.workspace.left_out
    assert "&lt;b&gt;.yaml" in site(run, "vi")["index.html"].split("<main")[0]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_is_an_accessible_page(december: Run, lang: str) -> None:
    pages = site(december, "en" if lang == "en" else "vi")
    for name in ("index.html", "overdue.html", "agency/so-tu-phap.html", "item/III.1.c.html"):
        seen = read(pages[name])
        assert seen.all("html") == [{"lang": lang}]
        assert [len(seen.all(tag)) for tag in ("h1", "main", "header", "footer")] == [1] * 4
        assert seen.links[0] == "#main"
        assert all(values.get("scope") for values in seen.all("th"))
        for values in seen.all("div"):
            if "scroll" in (values.get("class") or ""):
                assert values["tabindex"] == "0"
                assert values["aria-label"]
        assert all(values["aria-label"] for values in seen.all("svg"))


def test_colour_never_stands_alone(pages: Mapping[str, str]) -> None:
    """Each coloured cell has a letter, and words for who hears the page."""
    heat = pages["index.html"].split('id="heat"')[1].split("</section>")[0]
    cells = re.findall(r'<td class="(\w)">(.*?)</td>', heat)
    assert len(cells) > 1000
    for _, cell in cells:
        assert re.fullmatch(
            r'<span aria-hidden="true">[A-ZĐ]+\d*</span><span class="v">\d[^<]+</span>', cell
        )


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("ground", [0, 1])
def test_every_pair_of_colours_can_be_read(state: str, ground: int) -> None:
    """WCAG 2.2, 1.4.3: a contrast of at least 4.5, by its definition of relative luminance."""
    colours = dict(re.findall(r"--(\w+):(#\w{6});", ROOTS[ground]))
    pair = (colours[state], colours[f"{state}t"])
    light, dark = sorted(map(_luminance, pair), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_mark_in_cells_and_pictures(state: str) -> None:
    assert f".{state}{{background:var(--{state});color:var(--{state}t)}}" in STYLE
    for shape, colour in (("rect", state), ("circle", state), ("text", f"{state}t")):
        assert re.search(rf"svg \.{state} {shape}(,[^{{]+)?{{fill:var\(--{colour}\)}}", STYLE)


def test_paper_is_light() -> None:
    light, dark, paper = ROOTS
    assert light == paper != dark


def test_what_is_opened_in_the_style_is_closed() -> None:
    assert STYLE.count("{") == STYLE.count("}")
    assert not re.search(r"[^\x00-\x7f▲▼]", STYLE)


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node.js on this machine")
def test_the_script_is_one(tmp_path: Path) -> None:
    script = tmp_path / "pages.js"
    script.write_text(_packaged("pages.js"), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - our own script
        [str(shutil.which("node")), "--check", str(script)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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
    run = judge({"plan_07.yaml": _PLAN.partition("  - ")[0] + items}, "2021-12-15", git=False)
    pages = site(run, "vi")
    mine = [name for name in pages if name.startswith("item/")]
    assert len({name.casefold() for name in mine}) == len(ids)
    assert all(re.fullmatch(r"item/[A-Za-z0-9.-]+\.html", name) for name in mine)
    places = [id_ for id_ in read(pages["agency/so-noi-vu.html"]).ids if id_.startswith("o_")]
    assert len(set(places)) == len(ids)


# ── The command ─────────────────────────────────────────────────────────────────────────────────

_PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2021-01-01, to: 2026-12-31}
items:
  - {id: "1", kind: task, title: Một, text: Làm., lead: [so-noi-vu], deadline: {within: 2021-06}}
"""
_ASKED = ["--as-of", "2021-12-15", "--no-git"]


@pytest.fixture
def small(folder: Callable[..., DataFolder], monkeypatch: pytest.MonkeyPatch) -> Path:
    data = folder({"plan_07.yaml": _PLAN})
    monkeypatch.chdir(data.root.parent)
    return data.root.parent


def test_it_writes_pages_in_utf_8(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["site", "-o", "a/b", *_ASKED]) == 0
    assert "Kế hoạch thử" in (small / "a/b/index.html").read_text(encoding="utf-8")
    assert (small / "a/b/agency/so-noi-vu.html").is_file()
    out, err = capsys.readouterr()
    assert out == ""
    assert "đã ghi 14 trang" in err  # two of the whole, ten states, one agency, one item


def test_an_earlier_site_is_replaced_and_what_is_no_more_in_it_goes(small: Path) -> None:
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    gone, kept = small / "s/agency/da-giai-the.html", small / "s/ghi-chu.html"
    gone.write_text("cũ")
    kept.write_text("của người khác")
    outside = small / "x.html"
    outside.write_text("ngoài")
    names = small / "s/kehoach-site.txt"
    names.write_text(f"{names.read_text()}agency/da-giai-the.html\n../x.html\n")
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    assert (gone.exists(), kept.exists(), outside.exists()) == (False, True, True)


def _lying(folder: Path) -> dict[str, bytes]:
    return {str(e.relative_to(folder)): e.read_bytes() for e in folder.rglob("*") if e.is_file()}


@pytest.mark.parametrize("at", [0, 3, 9])
def test_a_site_that_cannot_be_made_whole_leaves_the_earlier_one(
    small: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Whatever page the disk is full at: nothing of the new one is there, and no rest of it."""
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    before, write, made = _lying(small / "s"), Path.write_bytes, iter(range(99))

    def full(path: Path, data: bytes) -> int:
        if next(made) == at:
            raise OSError(28, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert app.run(["--lang", "en", "site", "-o", "s", *_ASKED]) == 2
    assert app.run(["site", "-o", "new", *_ASKED]) == 0
    assert _lying(small / "s") == before
    assert [path.name for path in (small / "s").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("at", [0, 5, 30])
def test_a_file_that_cannot_be_replaced_brings_all_others_back(
    small: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """On Windows a file that a program holds open cannot be."""
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    before, rename, made = _lying(small / "s"), Path.rename, iter(range(999))

    def held(path: Path, target: Path) -> Path:
        if next(made) == at:
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    assert app.run(["--lang", "en", "site", "-o", "s", *_ASKED]) == 2
    assert _lying(small / "s") == before


def test_a_folder_of_something_else_is_refused(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path.name for path in (small / "data").iterdir())
    assert app.run(["site", "-o", "data", *_ASKED]) == 2
    assert sorted(path.name for path in (small / "data").iterdir()) == before
    assert "--force" in capsys.readouterr().err
    (small / "tep").write_text("x")
    assert app.run(["site", "-o", "tep", *_ASKED]) == 2
    (small / "co").mkdir()
    (small / "co/x").write_text("x")
    assert app.run(["site", "-o", "co", "--force", *_ASKED]) == 0
    assert (small / "co/x").exists()


def test_a_link_in_the_folder_does_not_lead_elsewhere(small: Path) -> None:
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    elsewhere = small / "elsewhere"
    elsewhere.mkdir()
    mine = small / "mine.html"
    mine.write_text("của tôi")
    shutil.rmtree(small / "s/agency")
    (small / "s/index.html").unlink()
    try:
        (small / "s/agency").symlink_to(elsewhere, target_is_directory=True)
        (small / "s/index.html").symlink_to(mine)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    assert list(elsewhere.iterdir()) == []
    assert mine.read_text() == "của tôi"


# ── In a real browser ───────────────────────────────────────────────────────────────────────────

_PROBE = """
addEventListener("load", () => {
  const field = document.querySelector("#agencies input");
  field.value = "dong ky";
  field.dispatchEvent(new Event("input"));
  const rows = [...document.querySelectorAll("#agencies tbody tr")].filter(row => !row.hidden);
  document.querySelector("#agencies thead th:nth-child(9) button").click();
  const first = document.querySelector("#agencies tbody tr").cells[8].textContent;
  const wide = document.documentElement.scrollWidth - innerWidth;
  document.title = `wide=${wide <= 0} found=${rows.map(row => row.cells[0].textContent)} first=${first}`;
});
"""


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("width", [500, 1920])
def test_search_and_sort_work_in_a_browser(
    pages: Mapping[str, str], december: Run, tmp_path: Path, width: int
) -> None:
    """``dong ky`` finds *Đồng Kỳ*; by overdue the most come first; nothing is wider than the screen.

    A probe is added to a copy, with the page's policy taken away; the page's own script is as it is.
    """
    copy = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", pages["index.html"])
    file = tmp_path / "index.html"
    file.write_text(copy.replace("</body>", f"<script>{_PROBE}</script></body>"), encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", _dom(file, tmp_path, width))
    assert title is not None
    most = max(row.counts[Status.OVERDUE] for row in december.responsibilities)
    assert re.fullmatch(rf"wide=true found=UBND xã Đồng Kỳ.* first={most}", title[1])


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_the_script_runs_under_the_pages_own_policy(
    pages: Mapping[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "index.html"
    file.write_text(pages["index.html"], encoding="utf-8")
    assert 'type="search"' in _dom(file, tmp_path, 1280)


def _dom(file: Path, folder: Path, width: int) -> str:
    """Return what Chromium makes of a page; its sandbox needs rights that a container lacks."""
    done = subprocess.run(  # noqa: S603 - the installed browser, on our own page
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900",
            "--dump-dom", file.as_uri(),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )  # fmt: skip
    return done.stdout.decode()
