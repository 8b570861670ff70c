"""kehoach: who owes what by when under an administrative plan, and who has delivered."""

TYPE_CHECKING = (
    False  # as typing's own, which a program that may be stopped at once cannot wait for
)
if TYPE_CHECKING:
    from pathlib import Path

    from kehoach.api import Data

__version__ = "0.1.0"
__all__ = ["__version__", "load"]


def load(path: "Path | str | None" = None) -> "Data":
    """Return a data folder to ask about (``kehoach.api``); without a path the nearest one.

    Raises:
        kehoach.api.NoDataFolder: there is none.
    """
    from kehoach.api import load as opened  # noqa: PLC0415 - the version is asked of this package too

    return opened(path)
