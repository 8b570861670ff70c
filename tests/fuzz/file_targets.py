"""Files of a data folder: whatever their bytes, they are read, or told to be wrong at a place in them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import yaml
from pydantic import BaseModel

from errors_page import gallery
from fuzz.held_folder import FILES, with_file
from kehoach.diagnostics import Finding
from kehoach.filing.submission_yaml import submission_yaml
from kehoach.model.agencies import Registry
from kehoach.model.check_settings import CheckSettings
from kehoach.model.decisions import Decisions
from kehoach.model.holidays import Holidays
from kehoach.model.plan import Plan
from kehoach.model.portfolio_list import PortfolioList
from kehoach.model.receipts import RegistryBook
from kehoach.model.reminders import Reminders
from kehoach.model.submissions import Submission
from kehoach.reading.file_reading import read_file
from kehoach.reading.folder import Folder
from kehoach.reading.positions import Positions
from kehoach.reading.workspace_reading import Unusable, read_filed, read_office
from kehoach.reading.yaml_files.yaml_text import BREAK, Refused, decode, read_mapping
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.run import Question, answer
from kehoach.terminal.screen import Screen

_KIND = re.compile(rb"kehoach/([a-z]+)@")
_MINE = "submissions/so-tai-chinh/bao-cao.yaml"
_KINDS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "plan": ("plan_07.yaml", Plan),
    "agencies": ("agencies.yaml", Registry),
    "decisions": ("decisions.yaml", Decisions),
    "receipts": ("receipts.yaml", RegistryBook),
    "calendar": ("calendar.yaml", Holidays),
    "reminders": ("reminders.yaml", Reminders),
    "checks": ("checks.yaml", CheckSettings),
    "portfolio": ("portfolio.yaml", PortfolioList),
    "submission": (_MINE, Submission),
}
_LONGEST = 4_000


class _Plain(yaml.SafeDumper):
    """Writes what is said twice twice."""

    def ignore_aliases(self, _: object) -> bool:
        """Say yes."""
        return True


_AS_OF = date(2022, 1, 15)


def a_file(raw: bytes) -> None:
    """Read a file of the kind that it says it is; each finding has a place in it, and words."""
    kind, name, model = _kind_of(raw)
    read = read_file(raw, name, model, kind)
    _check_places(raw, name, read.findings)
    again = read_file(raw, name, model, kind)
    assert _told(again.findings) == _told(read.findings)
    assert again.content == read.content
    assert read.content is not None or read.findings
    if read.content is not None and not read.findings:
        _check_reprint(raw, name, model, kind, read.content)


def a_folder(raw: bytes) -> None:
    """Read the folder with that file in it, and judge what can be judged."""
    _, name, _ = _kind_of(raw)
    folder = with_file(name, raw)
    try:
        read_office(folder).workspace(read_filed(folder))
    except Unusable as unusable:
        _check_places(raw, name, [each for each in unusable.findings if each.place.file == name])
        return
    run = answer(folder, "data/", Question(_AS_OF, git=False, whole=True, wordings=True))
    _check_all_places(folder, run.findings)
    for format_ in ("text", "json"):
        assert CHECK_FORMATS[format_](run, Screen())


def _kind_of(raw: bytes) -> tuple[str, str, type[BaseModel]]:
    """Return the kind of file, what such a one is called, and its model; a submission by default."""
    said = _KIND.search(raw)
    kind = said[1].decode() if said else ""
    kind = kind if kind in _KINDS else "submission"
    return kind, *_KINDS[kind]


def _told(findings: Iterable[Finding]) -> list[tuple[str, object, str]]:
    return [(each.rule.code, each.place, each.message("vi")) for each in findings]


def _check_places(raw: bytes, name: str, findings: Iterable[Finding]) -> None:
    """Prove that findings in a file stand in it, and say something in both languages."""
    try:
        text = decode(raw, name)
    except Refused:
        text = raw.decode("utf-8-sig", "replace")
    lines = BREAK.split(text)
    for each in Positions(lambda _: text).located(findings):
        assert each.finding.place.file == name
        assert 1 <= each.line <= len(lines)
        assert 1 <= each.column <= len(lines[each.line - 1]) + 1
        assert each.finding.message("vi")
        assert each.finding.message("en")
        assert each.finding.hint("vi")
        assert each.finding.hint("en")


def _check_all_places(folder: Folder, findings: Iterable[Finding]) -> None:
    for each in Positions(folder.text).located(findings):
        lines = BREAK.split(folder.text(each.finding.place.file))
        assert 1 <= each.line <= len(lines)
        assert 1 <= each.column <= len(lines[each.line - 1]) + 1


def _check_reprint(
    raw: bytes, name: str, model: type[BaseModel], kind: str, content: BaseModel
) -> None:
    """Prove that a file without a mistake, written otherwise, says the same."""
    data, _ = read_mapping(decode(raw, name), name, kind)
    written = yaml.dump(data, Dumper=_Plain, allow_unicode=True)
    _check_same(written, name, model, kind, content)
    if isinstance(content, Submission):
        _check_same(submission_yaml(content), name, model, kind, content)


def _check_same(
    text: str, name: str, model: type[BaseModel], kind: str, content: BaseModel
) -> None:
    read = read_file(text.encode(), name, model, kind)
    assert read.content == content, (text, _told(read.findings))


def files() -> Iterator[bytes]:
    """Yield a file of every kind, and each wrong one of the gallery."""
    yield from (text.encode() for text in FILES.values())
    wrong = sorted({each.text for each in gallery()})
    yield from (text.encode() for text in wrong if len(text) < _LONGEST)


WORDS = sorted({word for text in FILES.values() for word in re.findall(r"[\w./@-]+:?", text)})
"""What stands in such files."""
