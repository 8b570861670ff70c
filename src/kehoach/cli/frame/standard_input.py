"""``check -``: a submission that stands nowhere yet, judged as if it lay in the data folder."""

import re
import sys
from pathlib import Path

from kehoach.cli.frame.answers import ask_if, open_folder
from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.model import file_names
from kehoach.run import Account, Question
from kehoach.words import Text

STANDARD_INPUT = Path("-")
_AGENCY = re.compile(rb"^agency:[ \t]*[\"']?([\w-]+)", re.MULTILINE)
_ELSEWHERE = Text(
    "{path}: phải là tệp .yaml dưới {folder}/", "{path}: it has to be a .yaml file below {folder}/"
)


def ask_of_stdin(settings: Settings, question: Question, path: Path | None) -> Account:
    """Return the account of a file that comes by standard input, as if it stood at ``path``.

    Without one it is a new file of the agency that it names.

    Raises:
        WrongUse: no submission can stand at that path.
    """
    content = sys.stdin.buffer.read()
    if settings.trace:
        settings.trace.goes_beyond()
    root = open_folder(settings)[0].root.resolve()
    name = _new_name(content) if path is None else _name(path, root)
    return ask_if(settings, question, name, content).only_files(frozenset({name}))


def _new_name(content: bytes) -> str:
    """Return the name of a file that is not there yet."""
    found = _AGENCY.search(content)
    agency = found.group(1).decode(errors="replace") if found else "-"
    return f"{file_names.SUBMISSIONS}/{agency}/stdin.yaml"


def _name(path: Path, root: Path) -> str:
    """Return the name of a path within the data folder."""
    whole = path.resolve()
    below = root / file_names.SUBMISSIONS
    if not whole.is_relative_to(below) or whole.suffix not in {".yaml", ".yml"}:
        raise WrongUse(_ELSEWHERE.filled(path=path, folder=below.name), "--stdin-filename")
    return whole.relative_to(root).as_posix()
