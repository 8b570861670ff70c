"""``kehoach explain``."""

import re
from typing import Annotated

import typer

from kehoach.cli.frame.answers import ask, screen
from kehoach.cli.frame.delivery import show
from kehoach.cli.frame.options import FORMAT, AsOf, NoGit, Rev, choice_option
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.explanations.not_owed import why_none
from kehoach.pages.explain_page import EXPLAIN_FORMATS
from kehoach.review.rule_page import RULE_FORMATS
from kehoach.run import Question
from kehoach.run.rulebook import all_rules, nearest_codes
from kehoach.words import Text

_CODE = re.compile(r"KH\d{3}")
_NO_CODE = Text(
    "không có mã {code}; các mã gần nhất: {near} (danh mục đầy đủ: docs/vi/rules.md)",
    "there is no code {code}; the nearest: {near} (all of them: docs/en/rules.md)",
)
_WHOSE = Text("cần --agency ID: mục này của cơ quan nào", "--agency ID is needed: whose item it is")
_What = Annotated[str, typer.Argument(metavar="ITEM|KHnnn"), Text(
    "Số mục của kế hoạch, hoặc mã của một phát hiện",
    "The number of an item of the plan, or the code of a finding",
)]  # fmt: skip
_Agency = Annotated[str | None, typer.Option(metavar="ID"), Text(
    "Cơ quan (mã hoặc tên) có kết luận cần giải thích; cần có khi hỏi về một mục",
    "The agency (id or name) whose verdict is explained; needed where an item is asked about",
)]  # fmt: skip
_Period = Annotated[str | None, typer.Option(metavar="P"), Text(
    "Chỉ kỳ này của mục",
    "Only this period of the item",
)]  # fmt: skip


def explain(
    ctx: typer.Context,
    what: _What,
    agency: _Agency = None,
    period: _Period = None,
    as_of: AsOf = None,
    no_git: NoGit = False,
    rev: Rev = None,
    format_: Annotated[str, choice_option(EXPLAIN_FORMATS, "--format"), FORMAT] = "text",
) -> int:
    """Print how a verdict was reached, or what a finding means."""
    if _CODE.fullmatch(what.upper()):
        return _rule(ctx.obj, what.upper(), format_)
    if agency is None:
        raise WrongUse(_WHOSE)
    periods = (period,) if period else ()
    question = Question(as_of, (agency,), (), (what,), periods, git=not no_git, rev=rev)
    run = ask(ctx.obj, question)
    if not run.assessments:
        ctx.obj.say(why_none(run, what))
        return 2
    show(EXPLAIN_FORMATS[format_](run, screen(ctx.obj)))
    return 0


def _rule(settings: Settings, code: str, format_: str) -> int:
    """Print what a finding means."""
    found = next((rule for rule in all_rules() if rule.code == code), None)
    if found is None:
        settings.say(_NO_CODE.filled(code=code, near=", ".join(nearest_codes(code))))
        return 2
    show(RULE_FORMATS[format_](found, screen(settings)))
    return 0
