"""``--column NAME=role``: what a column holds, said by the user; roles by their names in any language."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

import typer

from kehoach.cli.frame.settings import Settings
from kehoach.cli.frame.usage import WrongUse
from kehoach.words import Text, fold, plain_letters

_OPTION = "--column"
_NO_ROLE = Text(
    "{given}: viết là TIÊU ĐỀ=vai trò; vai trò: {roles}",
    "{given}: write HEADING=role; roles: {roles}",
)
_NO_COLUMN = Text(
    "không có cột “{name}”; gần nhất: {near}", "no column is called “{name}”; nearest: {near}"
)
_ASKED = Text(
    "cột “{name}” (ví dụ: “{example}”) ghi gì? {roles}; có thể là {guess}; Enter: để ở ghi chú",
    "what does the column “{name}” hold (such as “{example}”)? {roles}; perhaps {guess}; Enter: a note",
)
_NONE_OF = Text("“{given}” không phải một trong: {roles}", "“{given}” is none of these: {roles}")
_NO_HEADINGS = Text(
    "không có cột “{name}”: tài liệu không có bảng nào có tiêu đề",
    "no column is called “{name}”: no table of the document has headings",
)
_MOST = 3


def as_columns(given: Sequence[str], roles: Mapping[str, Text]) -> tuple[tuple[str, str], ...]:
    """Return each heading, or number of a column from 1, with the role that it is said to have.

    ``roles`` are the names of each role; a role may also be said by its key.

    Raises:
        WrongUse: a role is none of these.
    """
    names = {_plain(name): name for role, told in roles.items() for name in (role, *told)}
    known = {_plain(name): role for role, told in roles.items() for name in (role, *told)}
    return tuple(_as_column(each, known, names) for each in given)


def _as_column(given: str, known: Mapping[str, str], names: Mapping[str, str]) -> tuple[str, str]:
    name, _, role = given.rpartition("=")
    if not name.strip() or _plain(role) not in known:
        near = get_close_matches(_plain(role), known, _MOST) if name else []
        told = ", ".join(dict.fromkeys(names[each] for each in near or names))
        raise WrongUse(_NO_ROLE.filled(given=repr(given), roles=told), _OPTION)
    return name.strip(), known[_plain(role)]


def no_column(name: str, headings: Sequence[str]) -> WrongUse:
    """Return that no column is called so, with the nearest names."""
    plain = {_plain(each): each for each in headings}
    if not headings:
        return WrongUse(_NO_HEADINGS.filled(name=name), _OPTION)
    near = [plain[each] for each in get_close_matches(_plain(name), plain, _MOST, 0.5)]
    told = ", ".join(f"“{each}”" for each in near or headings)
    return WrongUse(_NO_COLUMN.filled(name=name, near=told), _OPTION)


def asked_role(
    settings: Settings, name: str, example: str, guess: str, roles: Mapping[str, Text]
) -> tuple[str, str] | None:
    """Ask on the terminal what a column holds; ``None``: nobody says, and it stays unknown.

    ``guess`` is the key of the role that its cells suggest.
    """
    names = ", ".join(each.to(settings.lang) for each in roles.values())
    settings.say(_ASKED.filled(name=name, example=example, roles=names, guess=roles[guess]))
    while answer := typer.prompt(name, default="", show_default=False, err=True):
        try:
            return as_columns([f"{name}={answer}"], roles)[0]
        except WrongUse:
            settings.say(_NONE_OF.filled(given=answer, roles=names))
    return None


def _plain(words: str) -> str:
    return " ".join(plain_letters(fold(words)).replace("-", " ").replace("_", " ").split())
