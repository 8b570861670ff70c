"""``kehoach explain``."""

import re
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.filters import OfBodies, Standpoint
from kehoach.cli.frame.options import FORMAT, choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.explanations.not_owed import why_none
from kehoach.pages.explain_page import EXPLAIN_FORMATS, whom_text
from kehoach.review.rule_page import RULE_FORMATS, RULE_LISTS
from kehoach.run.rulebook import all_rules, nearest_codes
from kehoach.words import Text

_CODE = re.compile(r"KH\d{0,3}")
_NO_CODE = Text(
    "không có mã {code}; các mã gần nhất: {near} (mọi mã: kehoach explain KH)",
    "there is no code {code}; the nearest: {near} (all of them: kehoach explain KH)",
)
_NOTHING = Text(
    "mục {item}: không có nghĩa vụ nào trong phần được hỏi",
    "item {item}: nothing is owed of what is asked about",
)
_What = Annotated[str, typer.Argument(metavar="ITEM|KHnnn"), Text(
    "Số mục của kế hoạch, hoặc mã của một phát hiện (KH: mọi mã)",
    "The number of an item of the plan, or the code of a finding (KH: all codes)",
)]  # fmt: skip


def explain(
    ctx: typer.Context,
    what: _What,
    standpoint: Standpoint,
    asked: OfBodies,
    format_: Annotated[str, choice_option(EXPLAIN_FORMATS, "--format"), FORMAT] = "text",
) -> int:
    """Print how a verdict was reached, or what a finding means."""
    if _CODE.fullmatch(what.upper()):
        return _rule(ctx.obj, what.upper(), format_)
    run = ask(ctx.obj, asked.question(standpoint, items=(what,)))
    if not run.assessments:
        ctx.obj.say(why_none(run, what) if run.asked.agencies else _NOTHING.filled(item=what))
        return 2
    of_whom = format_ == "text" and not run.asked.agencies
    show((whom_text if of_whom else EXPLAIN_FORMATS[format_])(run, screen(ctx.obj)))
    return 0


def _rule(settings: Settings, code: str, format_: str) -> int:
    """Print what a finding means; of several whose codes begin so, what they are called."""
    found = [rule for rule in all_rules() if rule.code.startswith(code)]
    if not found:
        settings.say(_NO_CODE.filled(code=code, near=", ".join(nearest_codes(code))))
        return 2
    page = (
        RULE_FORMATS[format_](found[0], screen(settings))
        if found[0].code == code
        else (RULE_LISTS[format_](found, screen(settings)))
    )
    show(page)
    return 0
