"""What of the office's own files does not count: said at the top of every output."""

from kehoach.run import Account
from kehoach.words import Text

_NOT_COUNTED = Text(
    "{count} lỗi trong tệp của cơ quan theo dõi, chưa được tính: {places} (kehoach check)",
    "{count} {count:error|errors} in the office's own files, not counted: {places} (kehoach check)",
)
_ANYWAY = Text("Vẫn lập (--anyway) khi còn {what}", "Made all the same (--anyway) with {what}")
_FEW = 3


def uncounted_words(run: Account) -> Text | None:
    """Return how many entries do not count and where the first stand; ``None``: all of them do."""
    found = run.located(run.uncounted)
    if not found:
        return None
    places = [f"{run.shown_file(each.finding.place.file)}:{each.line}" for each in found]
    shown = ", ".join(dict.fromkeys(places[:_FEW])) + (" …" if len(places) > _FEW else "")
    return _NOT_COUNTED.filled(count=len(found), places=shown)


def anyway_words(run: Account) -> Text | None:
    """Return the same for what accuses somebody, and is made only where it was asked for so."""
    said = uncounted_words(run)
    return _ANYWAY.filled(what=said) if said else None
