"""The registry of the data folder, or the nearest one upward, for what is imported."""

from pathlib import Path

from kehoach.annex.annex_draft import BadRegistry, StandingRegistry, standing_registry
from kehoach.cli.frame.answers import NO_SUCH_FOLDER, tell
from kehoach.cli.frame.delivery import refuse
from kehoach.cli.frame.settings import Settings
from kehoach.words import Text

_BAD_REGISTRY = Text(
    "không đọc được danh sách cơ quan; sửa các lỗi trên rồi chạy lại",
    "the registry cannot be read; mend the errors above and run again",
)

CANNOT_ADD = Text(
    "không thêm được vào “{file}” mà không sửa chỗ khác; thêm bằng tay",
    "nothing can be added to “{file}” without touching more; add it by hand",
)


def found_registry(settings: Settings) -> StandingRegistry | None:
    """Return the registry with its file, if there is one.

    Raises:
        typer.Exit: with 2, once the reason has been said.
    """
    if settings.data is not None and not settings.data.is_dir():
        refuse(settings, NO_SUCH_FOLDER, where=settings.data)
    try:
        return standing_registry(settings.data, Path.cwd())
    except BadRegistry as bad:
        tell(settings, bad.folder, "", bad.findings)
        refuse(settings, _BAD_REGISTRY)
