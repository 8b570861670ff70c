"""A question about a data folder, and which verdicts it is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import TypeVar

from kehoach.model.agencies import Agency, Group, Registry
from kehoach.model.ids import AgencyId, ItemId
from kehoach.periods import PeriodName
from kehoach.reading.workspace_reading import Office
from kehoach.run.selection import ONLY, Selection
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text, captions, fold

Id = TypeVar("Id", bound=str)


class WrongQuestion(Exception):  # noqa: N818 - the user asked for what is not there
    """The question names something that does not exist."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True)
class Question:
    """What is asked of a data folder; ``as_of`` defaults to today in the plan's timezone.

    Without ``git`` what the registry book does not date counts by its declared day. ``rev`` asks
    it of the files as they stood at a git revision; ``on_its_day`` judges them at its commit's day.
    ``history`` asks git what it knows even where nothing needs its dates; ``wordings`` reads the
    plan's own words and compares them with its deadlines. Of a question about some agencies, or about
    the one of a ``file``, what concerns others is not read, unless it asks for the ``whole``.
    ``listing``: findings are shown one by one, and not only counted; with ``late`` the verdicts of
    lateness among them. ``since``: the day from whose end on is told what changed, or so many days
    before ``as_of``. ``due_by``: only what was due by that day (inclusive). ``below``: of an agency also
    what those below it owe (``parent``). ``ahead``: what falls due within so many days (the last
    included) is told one by one, too, as letters need it.
    """

    as_of: date | None = None
    agencies: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    git: bool = True
    rev: str | None = None
    on_its_day: bool = False
    history: bool = False
    wordings: bool = False
    file: str | None = None
    whole: bool = False
    listing: bool = False
    late: bool = True
    plans: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    due_by: date | None = None
    below: bool = False
    since: date | int | None = None
    ahead: int | None = None


# Where the whole list of each kind stands; {folder} is the data folder as it is shown.
_AGENCIES = "{folder}agencies.yaml, kehoach status --by agency --all"
_GROUPS = "{folder}agencies.yaml"
_ITEMS, _PERIODS = "kehoach status --by item --all", "kehoach status --by period --all"
_PLANS, _TAGS = "{folder}plan_*.yaml", "{folder}plan_*.yaml: tags"
_UNKNOWN = Text("không có {what} “{asked}”{meant} (danh sách: {where})",
                "there is no {what} “{asked}”{meant} (all of them: {where})")  # fmt: skip
_MEANT = Text("; có phải: {near}?", "; did you mean: {near}?")
_SHARED = Text("“{asked}” là tên của nhiều cơ quan, hãy ghi mã: {ids}",
               "“{asked}” is the name of several agencies, give an id: {ids}")  # fmt: skip
_GROUP, _TAG = Text("nhóm", "group"), Text("nhãn", "tag")
_EMPTY = Text(
    "nhóm {groups} chưa từng có cơ quan nào", "nobody has ever been in the group {groups}"
)


def selected(
    question: Question, office: Office, demands: Sequence[Demand], folder: str = ""
) -> Selection:
    """Return what is asked for, by ids; names and short names of agencies are understood.

    Where no name is meant literally ``*`` stands for any letters, ``?`` for one ("so-*", "II.*").
    ``demands`` are what the plans ask for at all; ``folder`` is the data folder as it is shown, to
    say where the lists stand.

    Raises:
        WrongQuestion: something asked for does not exist.
    """
    plans = {each.plan.id: (each.plan.name,) for each in office.plans}
    items, tags = _items_and_tags(office)
    states: dict[str, tuple[str, ...]] = dict.fromkeys(ONLY, ())
    periods: dict[PeriodName, tuple[str, ...]] = {each.period: () for each in demands}
    days = {demand.resolved for demand in demands}
    return Selection(
        tuple(dict.fromkeys(_whose(question, office.registry, days, folder))),
        _all_known(question.items, items, captions.AN_ITEM, _ITEMS),
        _all_known(question.periods, periods, captions.A_PERIOD, _PERIODS),
        _all_known(question.only, states, captions.A_STATE, " | ".join(ONLY)),
        _all_known(question.plans, plans, captions.A_PLAN, _PLANS.format(folder=folder)),
        _all_known(question.tags, tags, _TAG, _TAGS.format(folder=folder)),
        question.due_by,
    )


def _items_and_tags(office: Office) -> tuple[dict[ItemId, tuple[str]], dict[str, tuple[str, ...]]]:
    """Return the items of all plans with their titles, and every tag that one bears."""
    every = [item for each in office.plans for item in each.plan.items]
    return {item.id: (item.title,) for item in every}, {
        tag: () for item in every for tag in item.tags
    }


def _whose(
    question: Question, registry: Registry, days: Iterable[date], folder: str
) -> Iterator[AgencyId]:
    """Yield the agencies asked about: those named, what is below them, the members of groups."""
    named = [id_ for each in question.agencies for id_ in _agencies(each, registry, folder)]
    yield from named
    if question.below:
        yield from (each for id_ in named for each in registry.below(id_))
    yield from sorted(_members(question.groups, registry, days, folder))


def _members(
    asked: Iterable[str], registry: Registry, days: Iterable[date], folder: str
) -> set[AgencyId]:
    """Return the agencies that belong to one of the groups on one of the days."""
    names = {group.id: names_of(group) for group in registry.groups}
    groups = _all_known(asked, names, _GROUP, _GROUPS.format(folder=folder))
    found = {member for id_ in groups for day in days for member in registry.members_on(id_, day)}
    if groups and not found:
        raise WrongQuestion(_EMPTY.filled(groups=", ".join(groups)))
    return found


def _agencies(asked: str, registry: Registry, folder: str) -> Iterable[AgencyId]:
    """Return the agencies of a pattern that ids or names fit, or the one that is called so."""
    wanted = fold(asked)
    fitting = [
        each.id
        for each in registry.agencies
        if any(fnmatchcase(name, wanted) for name in (each.id, *map(fold, names_of(each))))
    ]
    return fitting if _is_pattern(asked) and fitting else (agency_id(asked, registry, folder),)


def agency_id(asked: str, registry: Registry, folder: str = "") -> AgencyId:
    """Return the id of the agency of this id, name, short name or spelling variant.

    Raises:
        WrongQuestion: no agency, or more than one, is called so.
    """
    if named := registry.agency.get(asked):
        return named.id
    wanted = fold(asked)
    called = {agency.id: names_of(agency) for agency in registry.agencies}
    found = [id_ for id_, names in called.items() if wanted in {fold(name) for name in names}]
    if len(found) > 1:
        raise WrongQuestion(_SHARED.filled(asked=asked, ids=", ".join(found)))
    if found:
        return found[0]
    return known_id(asked, called, captions.AN_AGENCY, _AGENCIES.format(folder=folder))


def names_of(body: Agency | Group) -> tuple[str, ...]:
    """Return every name by which a body, or a group of them, is called."""
    if isinstance(body, Group):
        return (body.name, *body.variants)
    short = (body.short,) if body.short else ()
    return (body.name, *short, *body.variants)


def _all_known(
    asked: Iterable[str], known: Mapping[Id, Iterable[str]], what: Text, where: str
) -> tuple[Id, ...]:
    return tuple(dict.fromkeys(id_ for each in asked for id_ in _those(each, known, what, where)))


def _those(asked: str, known: Mapping[Id, Iterable[str]], what: Text, where: str) -> Iterable[Id]:
    """Return the ids that fit a pattern, or the one that was asked for."""
    names = known if _is_pattern(asked) else ()
    fitting = [id_ for id_ in names if fnmatchcase(str(id_), asked)]
    return fitting or (known_id(asked, known, what, where),)


def _is_pattern(asked: str) -> bool:
    return "*" in asked or "?" in asked


def known_id(asked: str, known: Mapping[Id, Iterable[str]], what: Text, where: str) -> Id:
    """Return the id that was asked for if it exists.

    Raises:
        WrongQuestion: it does not; the nearest names are offered, and where all of them stand.
    """
    for id_ in known:
        if id_ == asked:
            return id_
    from kehoach.reading.suggesting.suggestions import offered  # noqa: PLC0415 - for a slip only
    from kehoach.words.nearness import nearest  # noqa: PLC0415 - the same

    names: dict[str, Iterable[str]] = dict(known.items())
    period = offered(asked, "period") if what is captions.A_PERIOD else None
    near = [period] if period and period in names else nearest(asked, names)
    told = ", ".join(_named(id_, names[id_]) for id_ in near)
    meant = _MEANT.filled(near=told) if told else Text("", "")
    vi, en = (
        words.format(what=kind, asked=asked, meant=more, where=where)
        for words, kind, more in zip(_UNKNOWN, what, meant, strict=True)
    )
    raise WrongQuestion(Text(vi, en))


def _named(id_: str, names: Iterable[str]) -> str:
    """Return an id with the name it stands for."""
    name = next(iter(names), "")
    return f"{id_} ({name})" if name else id_
