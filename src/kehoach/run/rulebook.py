"""Every rule the program knows, in order of code."""

from kehoach.checks import rules
from kehoach.diagnostics import Rule
from kehoach.reading.file_rules import FILE_RULES
from kehoach.reading.office_reach import REACH
from kehoach.reading.portfolio_reading import LIST_RULES
from kehoach.reading.slips.slip_rules import SLIP_RULES
from kehoach.reading.value_rules import VALUE_RULES
from kehoach.reading.yaml_files.yaml_rules import YAML_RULES
from kehoach.run.doubtful_settings import SETTING_RULES
from kehoach.run.since import SINCE_RULES

_DIGITS, _FEW = 3, 4


def all_rules() -> tuple[Rule, ...]:
    """Return the rules of reading and of checking."""
    found = (
        *YAML_RULES, *SLIP_RULES, *FILE_RULES, *VALUE_RULES, *LIST_RULES, *rules(), *SINCE_RULES,
        *SETTING_RULES, REACH,
    )  # fmt: skip
    return tuple(sorted(found, key=lambda rule: rule.code))


def nearest_codes(asked: str) -> list[str]:
    """Return the codes that exist and whose numbers are nearest, in order; the families without one."""
    known = [rule.code for rule in all_rules()]
    digits = "".join(each for each in asked if each.isdecimal() and each.isascii())[:_DIGITS]
    if not digits:
        return sorted({code[:-2] for code in known})
    number = int(digits.ljust(_DIGITS, "0"))
    return sorted(sorted(known, key=lambda each: abs(int(each[2:]) - number))[:_FEW])
