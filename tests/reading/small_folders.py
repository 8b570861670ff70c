"""A small data folder with one good report, and what is read of it."""

from collections.abc import Callable

from builders import read_workspace
from kehoach.reading.folder import DataFolder

PLAN = 'id: "1", lead: [so-nganh], deadline: {within: 2021}'
HEAD = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
MINE = "submissions/so-tai-chinh"

MakeFolder = Callable[..., DataFolder]
WritePlan = Callable[..., str]
Found = list[tuple[str, str]]


def read(data: DataFolder) -> tuple[list[str], Found]:
    """Return the reports read, and code and file of every finding met on the way."""
    workspace = read_workspace(data)
    found = [(each.rule.code, each.place.file) for each in workspace.findings]
    misplaced = {file for code, file in found if code == "KH112"}
    assert sorted(workspace.left_out) == sorted(file for _, file in found if file not in misplaced)
    for finding in workspace.findings:
        for lang in ("vi", "en"):
            assert finding.message(lang)
            assert finding.hint(lang)
    return [each.file for each in workspace.filings], found
