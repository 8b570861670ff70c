"""What a clone's own settings would have git run, or write, where it reaches a remote.

What only reads reaches none. Whoever records arrivals in a clone that came as files would run what its
``.git/config`` names: a setting of that kind counts where the user's own settings hold the same.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from shlex import quote
from typing import NamedTuple

from kehoach.reading.repositories.git import GitTrouble, call, fault
from kehoach.reading.repositories.remotes import remote_settings
from kehoach.words import Text

_USERS = frozenset({"system", "global", "command"})  # what no clone brings with it
# Hooks that are settings are not shut out by core.hooksPath; cookies are written into any file named.
_RUN = re.compile(
    r"core\.(?:sshcommand|gitproxy|askpass|alternaterefscommand)|credential\.(?:.*\.)?helper"
    r"|remote\..*\.(?:uploadpack|receivepack|vcs)|hook\..*\.command|http\.(?:.*\.)?savecookies",
    re.DOTALL,
)
_REWRITTEN = re.compile(r"url\.(.*)\.(?:push)?insteadof", re.DOTALL)
_NAMED = Text(
    "chưa làm gì: cấu hình riêng của bản sao này có {key}, theo đó git chạy chương trình hoặc ghi tệp mà "
    "người làm ra bản sao đã đặt; hãy xem (git config {quoted}): nếu đúng là của mình thì chạy “git config "
    '--global --add {quoted} "$(git config {quoted})"”, không thì xoá dòng ấy trong .git/config',
    "nothing was done: this clone's own settings hold {key}, by which git runs a program or writes a file "
    "that whoever made the clone has chosen; look at it (git config {quoted}): if it is yours run “git "
    'config --global --add {quoted} "$(git config {quoted})"”, else delete it from .git/config',
)
_NO_REMOTE = Text(
    "bản sao này không có kho từ xa nào tên “{remote}”; xem “git remote -v” rồi ghi tên bằng --remote",
    "this clone has no remote called “{remote}”; see “git remote -v”, and name one by --remote",
)
_NEAR = Text(
    "chưa làm gì: “{remote}” dẫn tới thư mục “{address}” ngay cạnh hoặc trong bản sao, và git sẽ chạy các "
    "hook của kho ở đó; nếu đúng là kho của mình thì ghi đường dẫn đầy đủ: git remote set-url {quoted} "
    "/đường/dẫn",
    "nothing was done: “{remote}” leads to the folder “{address}” beside or within the clone, and git "
    "would run the hooks of what lies there; if that is yours give its whole path: git remote set-url "
    "{quoted} /its/path",
)


class _Setting(NamedTuple):
    scope: str
    key: str
    value: str

    @property
    def what(self) -> tuple[str, str]:
        return self.key, self.value


def check_remote(top: Path, remote: str) -> None:
    """Pass where reaching a remote runs nothing but what the user, or the remote itself, has chosen.

    Raises:
        GitTrouble: the clone names a program, or a folder whose hooks would be run.
    """
    settings = tuple(_settings(top))
    own = {each.what for each in settings if each.scope in _USERS}
    for each in settings:
        if each.value and _RUN.fullmatch(each.key) and each.what not in own:
            raise GitTrouble(_NAMED.filled(key=each.key, quoted=quote(each.key)))
    urls = [each.value for each in settings if each.key == f"remote.{remote}.url"]
    if not urls and _is_near(remote):
        raise GitTrouble(_NO_REMOTE.filled(remote=remote))
    for address in (*urls, *_others(settings, remote)):
        if _is_near(address):
            raise GitTrouble(_NEAR.filled(remote=remote, quoted=quote(remote), address=address))


def _settings(top: Path) -> Iterator[_Setting]:
    """Yield every setting that git would go by, with whose it is.

    Raises:
        GitTrouble: git fails.
    """
    done = call(top, "config", "--list", "--show-scope", "-z", settings=remote_settings())
    if done.returncode:
        raise fault(done.returncode, done.stderr)
    told = done.stdout.decode("utf-8", "surrogateescape").split("\0")
    for scope, setting in zip(told[::2], told[1::2], strict=False):
        key, valued, value = setting.partition("\n")
        yield _Setting(scope, key, value if valued else "true")


def _others(settings: tuple[_Setting, ...], remote: str) -> Iterator[str]:
    """Yield where else a push may go, and what addresses are made to begin with."""
    for each in settings:
        if each.key == f"remote.{remote}.pushurl":
            yield each.value
        elif rewritten := _REWRITTEN.fullmatch(each.key):
            yield rewritten[1]


def _is_near(address: str) -> bool:
    """Say whether git would take an address for a folder, from where the clone lies."""
    before, colon, _ = address.partition(":")
    return (not colon or "/" in before) and not PurePath(address).is_absolute()
