"""Every rule the program knows, in order of code."""

from kehoach.checks import rules
from kehoach.diagnostics import Rule
from kehoach.reading.file_rules import FILE_RULES
from kehoach.reading.portfolio_reading import LIST_RULES
from kehoach.reading.slips.slip_rules import SLIP_RULES
from kehoach.reading.value_rules import VALUE_RULES
from kehoach.reading.yaml_files.yaml_rules import YAML_RULES
from kehoach.run.since import SINCE_RULES


def all_rules() -> tuple[Rule, ...]:
    """Return the rules of reading and of checking."""
    found = (
        *YAML_RULES, *SLIP_RULES, *FILE_RULES, *VALUE_RULES, *LIST_RULES, *rules(), *SINCE_RULES,
    )  # fmt: skip
    return tuple(sorted(found, key=lambda rule: rule.code))
