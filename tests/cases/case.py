"""A case: some files, a day, and what must come out, with the sentence it follows from.

Each ``<kind>.yaml`` in this folder is a list of cases of one kind. A case has

- ``name``, and ``because``: the sentence of law, of the plan or of the specification;
- ``as_of``, and ``files``: text by name, beside a registry of four agencies (unless given);
- ``items``: what the plan "1" asks for, each the inside of a flow mapping (a task of stp unless it
  says otherwise), and ``policy``, ``events``: further lines of that plan;
- ``verdicts``: ``{"I.1 stp once": "overdue 2025-06-30 184"}``: status, due day and days, the last
  two where they matter; ``not listed`` where there is no such obligation;
- ``findings``: each ``{error: file}`` (or ``warning``, ``notice``, ``finding`` for any of them),
  ``at`` words that stand in its line, ``says`` words of message or hint. Every error and warning
  must be one of these: a case without any is one in which the program has nothing to complain of;
  ``more: true`` where other findings do not matter;
- ``asks``: commands, each with its ``words``, its ``exit`` code, what it ``says`` and what it must
  be ``silent`` on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: ubnd, name: UBND tỉnh}
  - {id: stp, name: Sở Tư pháp, short: STP}
  - {id: stc, name: Sở Tài chính, short: STC}
  - {id: snv, name: Sở Nội vụ, short: SNV}
"""
_PLAN = """\
schema: kehoach/plan@1
id: "1"
title: Kế hoạch thử
number: 1/KH-UBND
issued: 2025-01-02
issuer: ubnd
period: {from: 2025-01-02, to: 2027-12-31}
"""
_NEEDED = {"kind": "task", "title": "Một việc", "text": "Làm một việc.", "implement": "[stp]"}


@dataclass(frozen=True)
class Case:
    """What is given, and what must come out."""

    kind: str
    name: str
    because: str
    as_of: str
    files: Mapping[str, str]
    verdicts: Mapping[str, str]
    findings: Sequence[Mapping[str, Any]]
    asks: Sequence[Mapping[str, Any]]
    more: bool

    def lay(self, folder: Path) -> Path:
        """Write the files into a folder, and return it."""
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return folder

    def line(self, finding: Mapping[str, Any], file: str) -> set[int]:
        """Return the numbers of the lines at which a finding may stand."""
        lines = self.files[file].splitlines() if file in self.files else []
        words = finding.get("at", "")
        found = {number for number, line in enumerate(lines, 1) if words in line}
        assert found or not words, (self.name, words)
        return found


def cases() -> Iterator[Case]:
    """Yield every case of this folder."""
    for path in sorted(HERE.glob("*.yaml")):
        for told in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):  # noqa: S506 - text only
            yield _case(path.stem, told)


def _case(kind: str, told: Mapping[str, Any]) -> Case:
    files = {"agencies.yaml": REGISTRY, **told.get("files", {})}
    if "items" in told:
        files["plan_1.yaml"] = _plan(told)
    files = {name: text.replace("\\r\n", "\r\n") for name, text in files.items()}
    return Case(
        kind, told["name"], told["because"], told["as_of"], files, told.get("verdicts", {}),
        told.get("findings", []), told.get("asks", []), "more" in told,
    )  # fmt: skip


def _plan(told: Mapping[str, Any]) -> str:
    lines = [_PLAN, f"policy: {{{told.get('policy', 'consolidator: stp')}}}\n"]
    if events := told.get("events"):
        lines.append("events:\n")
        lines += [f"  - {{id: {event}, text: Việc đã xảy ra}}\n" for event in events]
    lines.append("items:\n")
    for item in told["items"]:
        given = [f"{key}: {value}" for key, value in _NEEDED.items() if not _has(item, key)]
        lines.append(f"  - {{{', '.join([item, *given])}}}\n")
    return "".join(lines)


def _has(item: str, key: str) -> bool:
    return f"{key}:" in item or (key == "implement" and "lead:" in item)
