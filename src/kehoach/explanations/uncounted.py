"""What of the office's own files does not count: said at the top of every output."""

from kehoach.checks.office.empty_groups import OF_NOBODY
from kehoach.run import Account
from kehoach.run.few_alike import number_of
from kehoach.words import Text

_NOT_COUNTED = Text(
    "{count} lỗi trong tệp của cơ quan theo dõi, chưa được tính: {places} (kehoach check)",
    "{count} {count:error|errors} in the office's own files, not counted: {places} (kehoach check)",
)
_ANYWAY = Text("Vẫn lập (--anyway) khi còn {what}", "Made all the same (--anyway) with {what}")
_UNASSIGNED = Text("{count} mục chưa giao cho ai, không có trong số liệu: {items}",
                   "{count} {count:item|items} not assigned to anybody, in no figure: {items}")  # fmt: skip
_FEW = 3


def uncounted_words(run: Account) -> Text | None:
    """Return how many entries do not count and where the first stand; ``None``: all of them do."""
    found = run.located(run.uncounted)
    if not found:
        return None
    places = [f"{run.shown_file(each.finding.place.file)}:{each.line}" for each in found]
    shown = ", ".join(dict.fromkeys(places[:_FEW])) + (" …" if len(places) > _FEW else "")
    return _NOT_COUNTED.filled(count=number_of(run.uncounted), places=shown)


def unassigned_words(run: Account) -> Text | None:
    """Return the items that nobody owes at all; ``None``: every one is somebody's."""
    found = (each for each in run.uncounted if each.rule.code in OF_NOBODY)
    items = list(dict.fromkeys(each.subject.item for each in found if each.subject.item))
    if not items:
        return None
    shown = ", ".join(items[:_FEW]) + (" …" if len(items) > _FEW else "")
    return _UNASSIGNED.filled(count=len(items), items=shown)


def anyway_words(run: Account) -> Text | None:
    """Return the same for what accuses somebody, and is made only where it was asked for so."""
    said = uncounted_words(run)
    return _ANYWAY.filled(what=said) if said else None
