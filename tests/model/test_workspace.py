"""What was read of a folder: the names that are taken in it, and findings by which nothing counts."""

import pytest

from builders import a_filing, a_registry
from kehoach.calendar import vietnam
from kehoach.diagnostics import Finding, Place, Rule, Severity
from kehoach.model.decisions import NO_DECISIONS
from kehoach.model.receipts import RegistryBook
from kehoach.model.workspace import Workspace
from kehoach.words import Text

_WORDS = Text("có", "there")
_FOLDER = Workspace(
    plans=(),
    registry=a_registry("a"),
    decisions=NO_DECISIONS,
    book=RegistryBook.model_validate({"schema": "kehoach/receipts@1", "receipts": []}),
    calendar=vietnam(),
    holidays=None,
    filings=(a_filing("a", file="submissions/a/Bao-Cao.yaml"),),
    findings=(),
    left_out=("submissions/b/hong.yaml",),
    beside=("submissions/a/anh.png",),
)


def test_a_name_is_taken_whatever_its_capitals() -> None:
    """On disks that do not tell capitals apart, and among the folders too."""
    assert _FOLDER.taken == {
        "submissions",
        "submissions/a",
        "submissions/a/bao-cao.yaml",
        "submissions/a/anh.png",
        "submissions/b",
        "submissions/b/hong.yaml",
    }


@pytest.mark.parametrize(
    ("file", "better", "severity", "lost"),
    [
        ("decisions.yaml", "", Severity.ERROR, True),
        ("decisions.yaml", "", Severity.WARNING, False),
        ("checks.yaml", "", Severity.ERROR, False),  # how checks are set changes no verdict
        ("submissions/b/hong.yaml", "", Severity.ERROR, False),  # an agency's own
        ("Submissions/b/bc.yaml", "submissions/b/bc.yaml", Severity.ERROR, False),  # astray
        ("khac.yaml", "", Severity.ERROR, False),
    ],
)
def test_what_the_office_wrote_does_not_count_for_an_error_of_its_own_files(
    file: str, better: str, severity: Severity, lost: bool
) -> None:
    rule = Rule("KH999", severity, _WORDS, _WORDS, _WORDS, _WORDS)
    finding = Finding(rule, Place(file), {"better": better} if better else {})
    assert _FOLDER.not_counted(finding) is lost
