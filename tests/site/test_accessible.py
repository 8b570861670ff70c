"""Pages are accessible: landmarks, colours that can be told apart, marks beside them."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest

from kehoach.run import Run
from kehoach.site.marks import AHEAD_CSS
from kehoach.words.statuses import Remark, Status
from pages_read import read, site

STATES = [*dict.fromkeys(each.look.css for each in (*Status, *Remark)), AHEAD_CSS]


def _packaged(name: str) -> str:
    return files("kehoach.site").joinpath(name).read_text(encoding="utf-8")


STYLE = _packaged("pages.css")
ROOTS = re.findall(r":root\{([^}]*)\}", STYLE)


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
