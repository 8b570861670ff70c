"""What is said of a rule where no finding gives its values."""

import re

import pytest

from kehoach.diagnostics import Rule
from kehoach.run.rulebook import all_rules
from kehoach.words import LANGUAGES, Lang

_HOLE = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_cure_shows_the_name_of_a_hole(rule: Rule, lang: Lang) -> None:
    """``{agency}`` is this program's own; an unknown hole would be dots that say nothing."""
    cure = rule.cure(lang)
    assert not _HOLE.search(cure)
    assert "{{" not in cure
    assert cure.count("…") == rule.hint.to(lang).count("…")


@pytest.mark.parametrize(
    ("code", "lang", "cure"),
    [
        ("KH112", "en", "move it to submissions/AGENCY/, or write “agency: AGENCY”"),
        ("KH112", "vi", "chuyển tệp vào submissions/CƠ_QUAN/, hoặc viết “agency: CƠ_QUAN”"),
        ("KH303", "en", "add “- {id: ID, text: …}” to events, in the document's words"),
    ],
)
def test_what_is_to_be_filled_in_stands_in_capitals(code: str, lang: Lang, cure: str) -> None:
    (rule,) = (rule for rule in all_rules() if rule.code == code)
    assert rule.cure(lang) == cure
