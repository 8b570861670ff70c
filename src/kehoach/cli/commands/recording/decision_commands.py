"""``kehoach extend``, ``waive``, ``pause``, ``return``, ``event``: what was decided, each by its letter."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Annotated

import typer

from kehoach.cli.commands.recording.entry_options import (
    BodiesLetter,
    EntryLetter,
    ItemsLetter,
    Manner,
    Reason,
)
from kehoach.cli.commands.recording.going_on import ended
from kehoach.cli.commands.recording.named_things import NamedThings
from kehoach.cli.commands.recording.recorded import record
from kehoach.cli.commands.recording.wanted import Needed, Wanted, refuse_lacking
from kehoach.cli.frame.options import day_option
from kehoach.cli.frame.usage import WrongUse
from kehoach.filing.yaml_insertion import Addition
from kehoach.model.file_names import DECISIONS
from kehoach.run import Run, WrongQuestion
from kehoach.words import Text

_To = Annotated[date | None, day_option("--to"), Text(
    "Ngày cuối mới (tính cả ngày đó); bắt buộc",
    "The new last day (inclusive); needed",
)]  # fmt: skip
_Exact = Annotated[bool, typer.Option("--exact"), Text(
    "Đúng ngày đó dù là ngày nghỉ, không lùi sang ngày làm việc",
    "That very day, though it is a day off: it does not roll",
)]  # fmt: skip
_Until = Annotated[date | None, day_option("--until"), Text(
    "Đến hết ngày này (tính cả ngày đó); không ghi là chưa định",
    "Until the end of this day (inclusive); without it, no end is set",
)]  # fmt: skip
_From = Annotated[date | None, day_option("--from"), Text(
    "Ngày đầu tạm dừng (tính cả ngày đó); cần có, trừ khi ghi --end",
    "The first day of the pause (inclusive); needed but with --end",
)]  # fmt: skip
_End = Annotated[date | None, day_option("--end"), Text(
    "Kết thúc lần tạm dừng đang kéo dài: ngày cuối của nó (tính cả ngày đó)",
    "End the pause that is going on: its last day (inclusive)",
)]  # fmt: skip
_ReturnedOn = Annotated[date | None, day_option("--on"), Text(
    "Ngày trả lại; mặc định là ngày của văn bản",
    "The day on which it went back; by default that of the letter",
)]  # fmt: skip
_Whats = Annotated[list[str] | None, typer.Argument(metavar="[EVENT|ITEM]..."), Text(
    "Sự kiện đã xảy ra; hoặc mục: phiên họp của mục (với --on), yêu cầu báo cáo (với --due)",
    "The event that happened; or an item: its session (with --on), a report requested (with --due)",
)]  # fmt: skip
_HappenedOn = Annotated[date | None, day_option("--on"), Text(
    "Ngày xảy ra sự kiện, hoặc ngày họp",
    "The day of the event, or of the session",
)]  # fmt: skip
_Time = Annotated[str | None, typer.Option("--time", metavar="HH:MM"), Text(
    "Giờ xảy ra sự kiện, nếu thời hạn tính bằng giờ",
    "The hour of the event, where hours are counted from it",
)]  # fmt: skip
_Due = Annotated[date | None, day_option("--due"), Text(
    "Ghi một yêu cầu báo cáo: ngày cuối phải gửi (tính cả ngày đó)",
    "Record that a report is requested: the last day to send it (inclusive)",
)]  # fmt: skip
_ITEM, _EVENT = ("ITEM", "II.2"), ("EVENT", "dich-benh-duoc-kiem-soat")
_SAID_OF = {"requests": {"--agency"}, "sessions": {"--period"}, "events": {"--time"}}
_CALLED = {
    "requests": Text("một yêu cầu báo cáo", "a request"),
    "sessions": Text("một phiên họp", "a session"),
    "events": Text("một sự kiện", "an event"),
}
_NOT_SAID = Text("{option} không dùng cho {kind}", "{option} is not said of {kind}")
_ONE_OF = Text("chọn một: {names}", "give one of {names}")


def extend(
    ctx: typer.Context, *, to: _To = None, exact: _Exact = False, asked: ItemsLetter, manner: Manner
) -> int:
    """Enter a new last day for some agencies, or for all; it never shortens."""
    _refuse_lacking("extend", _ITEM, asked.item, asked, Needed("--to", "2026-12-20", to))
    wanted = Wanted(
        "extensions", asked.item or (), {"due": to, "exact": exact}, asked, asked.agency
    )
    return record(ctx.obj, DECISIONS, wanted.additions, manner)


def waive(
    ctx: typer.Context,
    *,
    reason: Reason = None,
    until: _Until = None,
    asked: ItemsLetter,
    manner: Manner,
) -> int:
    """Enter that some agencies, or all, are excused."""
    _refuse_lacking("waive", _ITEM, asked.item, asked, Needed("--reason", "thiên tai", reason))
    said = {"reason": reason, "until": until}
    wanted = Wanted("waivers", asked.item or (), said, asked, asked.agency)
    return record(ctx.obj, DECISIONS, wanted.additions, manner)


def pause(
    ctx: typer.Context,
    asked: ItemsLetter,
    manner: Manner,
    first: _From = None,
    until: _Until = None,
    end: _End = None,
    reason: Reason = None,
) -> int:
    """Enter that the clock stands still for some agencies, or for all; or that it runs again."""
    if end is not None:
        if first or until or reason:
            raise WrongUse(_ONE_OF.filled(names="--end, (--from, --until, --reason)"))
        refuse_lacking("pause", Needed(*_ITEM, asked.item))
        return record(ctx.obj, DECISIONS, partial(ended, meant=asked, day=end), manner)
    needed = Needed("--from", "2026-05-01", first), Needed("--reason", "chờ hướng dẫn", reason)
    _refuse_lacking("pause", _ITEM, asked.item, asked, *needed)
    said = {"from": first, "until": until, "reason": reason}
    wanted = Wanted("pauses", asked.item or (), said, asked, asked.agency)
    return record(ctx.obj, DECISIONS, wanted.additions, manner)


def return_(
    ctx: typer.Context,
    *,
    on: _ReturnedOn = None,
    reason: Reason = None,
    asked: ItemsLetter,
    manner: Manner,
) -> int:
    """Enter that what some agencies sent went back to them, to be sent again."""
    whose = Needed("--agency", "so-y-te", asked.agency)
    why = Needed("--reason", "thiếu biểu số 2", reason)
    _refuse_lacking("return", _ITEM, asked.item, asked, whose, why)
    wanted = Wanted(
        "returns", asked.item or (), {"date": on, "reason": reason}, asked, asked.agency
    )
    return record(ctx.obj, DECISIONS, wanted.additions, manner)


def event(
    ctx: typer.Context,
    asked: BodiesLetter,
    manner: Manner,
    what: _Whats = None,
    on: _HappenedOn = None,
    time: _Time = None,
    due: _Due = None,
) -> int:
    """Enter an event or session that took place, or a report that was requested."""
    if on and due:
        raise WrongUse(_ONE_OF.filled(names="--on, --due"))
    day = Needed("--due", "", due) if due else Needed("--on", "2026-10-25", on)
    _refuse_lacking("event", _EVENT, what, asked, day)

    given = {"--agency": asked.agency, "--period": asked.period, "--time": time}

    def additions(run: Run) -> tuple[Addition, ...]:
        said = {"date": on, "due": due, "time": time}
        happened = NamedThings(run, asked.plan).are_events(what or ())
        kind = "requests" if due else "events" if happened else "sessions"
        for option in {name for name, value in given.items() if value} - _SAID_OF[kind]:
            raise WrongQuestion(_NOT_SAID.filled(option=option, kind=_CALLED[kind]))
        return Wanted(kind, what or (), said, asked, asked.agency).additions(run)

    return record(ctx.obj, DECISIONS, additions, manner)


def _refuse_lacking(
    command: str,
    kind: tuple[str, str],
    about: Sequence[str] | None,
    letter: EntryLetter,
    *more: Needed,
) -> None:
    """Pass a decision that names what it is about, its letter, and what else it needs."""
    number, dated = ("--number", "12/QĐ-UBND"), ("--dated", "2026-12-01")
    of = Needed(*number, letter.number), Needed(*dated, letter.dated)
    refuse_lacking(command, Needed(*kind, about), *more, *of)
