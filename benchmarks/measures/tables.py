"""What was measured as tables: on the terminal, and in the pages of the documentation."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

from kehoach.words.text import Lang, Text
from measures.results import Results
from measures.targets import Target

_BLOCK = "<!-- {name}: written by benchmarks/compare.py -->"
_END = "<!-- end -->"
_NOT_INSTALLED = Text("không cài", "not installed")
_ABOUT = {"day": Text("ngày đo", "measured on"), "machine": Text("máy", "machine")}
_REACHED = Text("Phép đo | đo được | phải đạt |", "Measure | measured | must reach |")
_RAW = Text("Lệnh | giây (trung vị) | MiB |", "Command | seconds (median) | MiB |")


def reached(results: Results, families: Mapping[str, ModuleType], lang: Lang) -> list[str]:
    """Return the table of what must be reached."""
    lines = [f"| {_REACHED.to(lang)}", "|---|---:|---:|"]
    for name, samples in results.families.items():
        for target in families[name].targets(results.sizes):
            figure = target.reached(samples)
            if figure is not None:
                lines.append(_row(target, figure, lang))
    return lines


def _row(target: Target, figure: float, lang: Lang) -> str:
    sign = "" if figure <= target.limit else " ✗"
    return f"| {target.words.to(lang)} | {_number(figure, lang)}{sign} | ≤ {_number(target.limit, lang)} |"


def raw(results: Results, lang: Lang) -> list[str]:
    """Return the table of all samples."""
    lines = [f"| {_RAW.to(lang)}", "|---|---:|---:|"]
    for samples in results.families.values():
        for name, sample in samples.items():
            memory = f"{sample.memory:.0f}" if sample.memory else ""
            lines.append(f"| `{name}` | {_number(sample.median, lang)} | {memory} |")
    return lines


def about(results: Results, lang: Lang) -> list[str]:
    """Return on what it was measured."""
    missing = _NOT_INSTALLED.to(lang)
    return [
        f"- {_ABOUT[name].to(lang) if name in _ABOUT else name}: {value or missing}"
        for name, value in results.about.items()
    ]


def _number(figure: float, lang: Lang) -> str:
    text = f"{figure:.3f}" if figure < 1 else f"{figure:.2f}"
    return text.replace(".", ",") if lang == "vi" else text


def write_pages(results: Results, families: Mapping[str, ModuleType], docs: Path) -> None:
    """Write the tables into the pages, between their marks."""
    for lang in ("vi", "en"):
        for name, lines in _blocks(results, families, lang):
            write_block(docs / lang / "performance.md", _BLOCK.format(name=name), lines)


def write_block(page: Path, begin: str, lines: Iterable[str]) -> None:
    """Write lines into a page, between a mark and the next end of a block."""
    pattern = re.compile(re.escape(begin) + r".*?" + re.escape(_END), re.DOTALL)
    block = "\n".join((begin, "", *lines, "", _END))
    text = page.read_text(encoding="utf-8")
    page.write_text(pattern.sub(lambda _found: block, text), encoding="utf-8")


def _blocks(
    results: Results, families: Mapping[str, ModuleType], lang: Lang
) -> Iterator[tuple[str, list[str]]]:
    yield "about", about(results, lang)
    yield "reached", reached(results, families, lang)
    yield "raw", raw(results, lang)
