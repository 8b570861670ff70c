"""What ends a command without being a mistake of the program's: the system gives no more, say."""

from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from kehoach.cli.frame.delivery import UNSHOWN, leave_stdout
from kehoach.reading.folder import ChangedMeanwhile
from kehoach.reading.repositories.git import GitTrouble
from kehoach.words import Text
from kehoach.words.system_reasons import TAKES_NO_MORE, system_reason

_REFUSED = Text("{file}: {why}", "{file}: {why}")
_SYSTEM = Text("hệ thống báo: {why}", "the system says: {why}")
_NOWHERE = Text(
    "thư mục đang đứng không còn nữa; chuyển sang thư mục khác rồi chạy lại",
    "the folder that you are in is gone; change to another and run again",
)
_UNLOADED = Text(
    "hệ thống không nạp được một phần của chương trình: {why}",
    "the system loads no further part of the program: {why}",
)
_NO_MEMORY = Text("không đủ bộ nhớ để làm việc này", "there is not enough memory for this")


def refusal(error: Exception) -> Text | None:
    """Return why a command cannot go on; ``None`` where that is the program's own mistake."""
    if isinstance(error, ChangedMeanwhile | GitTrouble):
        return error.text
    if isinstance(
        error, MemoryError | SystemError
    ):  # the latter is how libraries in C say the same
        return _NO_MEMORY
    if isinstance(error, ImportError):
        return _of_loading(error)
    return _of_the_system(error) if isinstance(error, OSError) else None


def _of_loading(error: ImportError) -> Text | None:
    """Return what is told where a library of machine code finds no room in memory, or no rights."""
    machine_code = (error.path or "").endswith(tuple(EXTENSION_SUFFIXES))
    return _UNLOADED.filled(why=str(error)) if machine_code else None


def _of_the_system(error: OSError) -> Text:
    """Return what the system refuses; standard output that takes no more is left alone from now on."""
    why = system_reason(error)
    if error.filename:
        return _REFUSED.filled(file=error.filename, why=why)
    if error.errno in TAKES_NO_MORE:
        leave_stdout()
        return UNSHOWN.filled(why=why)
    return _NOWHERE if _nowhere() else _SYSTEM.filled(why=why)


def _nowhere() -> bool:
    """Say whether the folder that the program runs in is no more."""
    try:
        Path.cwd()
    except OSError:
        return True
    return False
