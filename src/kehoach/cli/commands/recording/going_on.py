"""A pause that is going on, and its last day."""

from collections.abc import Iterable, Sequence
from datetime import date

from kehoach.cli.commands.recording.entry_options import ItemsLetter
from kehoach.cli.commands.recording.named_things import NamedThings
from kehoach.filing.yaml_insertion import Addition, Plain
from kehoach.model import file_names
from kehoach.model.decisions import Pause
from kehoach.reading.lost_routes import LostRoutes
from kehoach.run import Run, WrongQuestion
from kehoach.words import Text, shown_day

_NONE = Text(
    "mục {item}: không có lần tạm dừng nào đang kéo dài{whose}",
    "item {item}: no pause is going on{whose}",
)
_OF = Text(" của {agencies}", " for {agencies}")
_SEVERAL = Text(
    "mục {item} có nhiều lần tạm dừng đang kéo dài; chọn bằng --agency, --period: {those}",
    "item {item} has several pauses that are going on; choose by --agency, --period: {those}",
)
_NOTED = Text(
    "lần tạm dừng này đã có ghi chú; ghi số văn bản kết thúc bằng tay",
    "this pause has a note already; enter the letter that ended it by hand",
)
_ALL = Text("mọi cơ quan", "all")


def ended(run: Run, meant: ItemsLetter, day: date) -> tuple[Addition, ...]:
    """Return the last day of the one pause of each item that is going on.

    Raises:
        WrongQuestion: there is none, or it is not known which is meant.
    """
    things = NamedThings(run, meant.plan)
    bodies = frozenset(map(things.body, meant.agency or ()))
    items = map(things.item, meant.item or ())
    found = [_place(run, item, bodies, meant.period or ()) for item in items]
    lost = LostRoutes(run.workspace.lost.get(file_names.DECISIONS, ()))
    until, note = {"until": Plain(day.isoformat())}, _note(meant)
    if note and any(run.workspace.decisions.pauses[place].note for place in found):
        raise WrongQuestion(_NOTED)
    more = {**until, "note": note} if note else until
    return tuple(Addition(lost.as_typed(("pauses", place)), (more,)) for place in found)


def _note(meant: ItemsLetter) -> str:
    """Return what is noted of the end: by which letter, or in the words given."""
    day = f" ngày {shown_day(meant.dated, 'vi')}" if meant.dated else ""
    by = f"kết thúc theo {meant.number or 'văn bản'}{day}" if meant.number or day else ""
    return "; ".join(filter(None, (by, meant.note)))


def _place(run: Run, item: str, bodies: frozenset[str], periods: Sequence[str]) -> int:
    """Return where the pause stands that is meant.

    Raises:
        WrongQuestion: as ``ended``.
    """
    pauses = enumerate(run.workspace.decisions.pauses)
    open_ = ((place, each) for place, each in pauses if each.item == item and not each.until)
    meant = {place: each for place, each in open_ if _is_meant(each, bodies, periods)}
    if not meant:
        whose = _OF.filled(agencies=", ".join(sorted(bodies))) if bodies else ""
        raise WrongQuestion(_NONE.filled(item=item, whose=whose))
    if len(meant) > 1:
        raise WrongQuestion(_SEVERAL.filled(item=item, those=_those(meant.values())))
    return next(iter(meant))


def _is_meant(pause: Pause, bodies: frozenset[str], periods: Sequence[str]) -> bool:
    """Say whether a pause is for these bodies and of one of these periods, where any are named."""
    of_bodies = not bodies or bodies == set(pause.agencies)
    return of_bodies and (not periods or pause.period in periods)


def _those(pauses: Iterable[Pause]) -> Text:
    """Return whose several pauses are, and of which periods."""
    told = [", ".join(filter(None, (*each.agencies, each.period))) for each in pauses]
    return Text(*("; ".join(each or everybody for each in told) for everybody in _ALL))
