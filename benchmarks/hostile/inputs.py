"""Hostile inputs: each a line of ``inputs.tsv``, repeated until its file has the size asked for.

The file lies in a small data folder, whose other files are as they should be.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
_TABLE = Path(__file__).with_name("inputs.tsv")
_SUBMISSION = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-y-te\n'
_AGENCIES = """\
schema: kehoach/agencies@1
agencies:
  - {id: ubnd-tinh, name: UBND tỉnh}
  - {id: so-tu-phap, name: Sở Tư pháp}
  - {id: so-y-te, name: Sở Y tế}
  - {id: so-tai-chinh, name: Sở Tài chính}
"""
_PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch
issuer: ubnd-tinh
period: {from: 2025-01-01, to: 2026-12-31}
policy: {reporting: III.1.c}
items:
  - {id: III.1.c, kind: report, title: Báo cáo, text: "Hằng năm, trước ngày 02/12 báo cáo.",
     implement: [so-y-te, so-tai-chinh], to: ubnd-tinh, via: so-tu-phap,
     deadline: {every: year, before: 12-02}, wording: "Hằng năm, trước ngày 02/12"}
"""
_WRITTEN = (("\\n", "\n"), ("\\t", "\t"), ("\\0", "\0"), ("<submission>", _SUBMISSION),
            ("<agencies>", _AGENCIES), ("<plan>", _PLAN), ("\\\\", "\\"))  # fmt: skip


@dataclass(frozen=True)
class Hostile:
    """A kind of input: what is ``repeated`` in a ``file``, between what stands before and behind."""

    name: str
    file: str
    repeated: str
    before: str = ""
    behind: str = ""

    def text(self, megabytes: float) -> str:
        """Return the file, of about so many megabytes; ``{n}`` is the number of the repetition."""
        numbered = "{n}" in self.repeated
        length = len(self.repeated.encode()) + 3 * numbered
        times = max(1, int(megabytes * MEGABYTE) // length)
        lines = (
            self.repeated.replace("{n}", str(n)) if numbered else self.repeated
            for n in range(times)
        )
        return self.before + "".join(lines) + self.behind

    def lay(self, folder: Path, megabytes: float) -> float:
        """Write a data folder with the input; return the megabytes that it has."""
        files = {"plan_07.yaml": _PLAN, "agencies.yaml": _AGENCIES}
        files[self.file] = self.text(megabytes)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return (folder / self.file).stat().st_size / MEGABYTE


NOTHING = Hostile("nothing", "submissions/so-y-te/bao-cao.yaml", "# lời\n", _SUBMISSION)
"""An input beside which the others are measured, where it is small."""


def hostile_inputs() -> Iterator[Hostile]:
    """Yield the inputs of the table."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not row[0].startswith("#"):
                name, where, *texts = row
                yield Hostile(name, where, *map(_meant, texts))


def _meant(text: str) -> str:
    for written, meant in _WRITTEN:
        text = text.replace(written, meant)
    return text
