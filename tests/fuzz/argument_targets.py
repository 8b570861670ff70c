"""Words of a command line: whatever an option is given, there is an answer, or what is wrong is said."""

import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import lru_cache
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz.held_folder import FILES
from kehoach.cli.app import run
from kehoach.reading.folder import ChangedMeanwhile

_COMMANDS = {
    "status": ("as-of", "due-by", "period", "agency", "item", "group", "only", "tag", "plan", "rev",
               "since", "lang", "by"),
    "upcoming": ("as-of", "period", "agency", "days", "item"),
    "check": ("as-of", "fail-on", "agency", "format"),
    "deadline": ("from", "to", "before", "roll", "format"),
    "summary": ("as-of", "period", "due-by", "plan", "since"),
    "explain": ("as-of", "agency", "period", "plan"),
    "agency": ("as-of", "period", "only", "due-by"),
    "export": ("as-of", "period", "format", "tag"),
}  # fmt: skip
_FINE = (0, 1, 2)


def arguments(raw: bytes) -> None:
    """Run a command over a small folder: its name and words for it, then a line an option with its value.

    Only options that read are taken: nothing is ever written or waited for.
    """
    command, *lines = raw.decode("utf-8", "surrogateescape").replace("\0", "").split("\n")
    name, _, words = command.partition(" ")
    known = _COMMANDS.get(name)
    if known is None:
        return
    given = (line.partition(" ") for line in lines)
    options = [f"--{option}={value}" for option, _, value in given if option in known]
    args = ["--data", _folder(), name, *([] if name == "deadline" else ["--no-git"]), *options]
    if words:
        args += ["--", words]
    code, out, err = _called(args)
    assert code in _FINE
    assert "Traceback" not in err
    assert code != 2 or err or not out
    if "--format=json" in args and code != 2:
        assert json.loads(out)


def _called(args: list[str]) -> tuple[int, str, str]:
    """Return the exit code of a command, and what it printed, as a terminal gets it."""
    out, err = (TextIOWrapper(BytesIO(), "utf-8", "replace") for _ in range(2))
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = run(args)
    except ChangedMeanwhile:
        code = 2
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    return code, _shown(out), _shown(err)


def _shown(stream: TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@lru_cache(maxsize=1)
def _kept() -> "TemporaryDirectory[str]":
    kept = TemporaryDirectory()
    for name, text in FILES.items():
        path = Path(kept.name) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return kept


def _folder() -> str:
    return _kept().name


def lines() -> Iterator[bytes]:
    """Yield a line for each command, with a value for each of its options."""
    values = {
        "as-of": "2021-12-15", "due-by": "15/12/2021", "period": "2021", "agency": "so-*", "item": "1",
        "only": "overdue,done_late", "tag": "a", "plan": "07", "since": "30", "by": "agency", "days": "30",
        "from": "2021-01-01", "to": "2022-12-31", "format": "json", "group": "so-nganh", "lang": "en",
        "fail-on": "overdue",
    }  # fmt: skip
    words = {"deadline": " trước ngày 15 hằng tháng", "explain": " 1", "agency": " so-tai-chinh"}
    for command, options in _COMMANDS.items():
        given = [f"{option} {values[option]}" for option in options if option in values]
        yield f"{command}{words.get(command, '')}\nas-of 2021-12-15".encode()
        yield f"{command}{words.get(command, '')}\n{chr(10).join(given)}".encode()
        yield from (f"{command}{words.get(command, '')}\n{each}".encode() for each in given)
