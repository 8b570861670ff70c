"""``kehoach cache``: where answers are kept, how many, and whether they are used."""

from collections.abc import Mapping
from typing import Protocol

from kehoach import __version__
from kehoach.contract.cache_contract import CacheOutput, KeptKind
from kehoach.contract.json_text import dump
from kehoach.grouping import group_by
from kehoach.reading.cache.cache_report import CacheReport, Unused
from kehoach.reading.cache.shelf import MOST_BYTES
from kehoach.terminal.screen import Screen, paint, pairs
from kehoach.words import Lang, Text
from kehoach.words.captions import NONE

_FOLDER = Text("Thư mục", "Folder")
_USED = Text("Sử dụng", "Used")
_YES = Text("được dùng", "yes")
_SIZE = Text("Dung lượng", "Size")
_OF = Text("{size} trên tối đa {most}", "{size} of at most {most}")
_COUNT = Text("{count} ({size})", "{count} ({size})")
_WHY: Mapping[Unused, Text] = {
    "off": Text(
        "không: đã tắt bằng KEHOACH_CACHE=off, đang chạy trên máy CI, hoặc không có thư mục người dùng",
        "no: switched off by KEHOACH_CACHE=off, on a build server (CI), or without a home folder",
    ),
    "in_repository": Text(
        "không: thư mục nằm trong một kho git, nơi người khác có thể đưa tệp vào",
        "no: the folder lies in a git repository, into which others may bring files",
    ),
    "not_private": Text(
        "không: thư mục phải thuộc về người chạy và chỉ người ấy mở được (chmod 700)",
        "no: the folder must belong to who runs this, and be open to nobody else (chmod 700)",
    ),
}
_KINDS = {
    "answer": Text("Kết quả đã in", "Printed answers"),
    "contents": Text("Nội dung tệp báo cáo", "Contents of submissions"),
    "result": Text("Kết quả từng phần dữ liệu", "Results of parts of the data"),
}
_MEGA = 1_000_000


class CachePage(Protocol):
    """What is kept."""

    def __call__(self, report: CacheReport, screen: Screen, /) -> str:
        """Return the page."""


def cache_text(report: CacheReport, screen: Screen) -> str:
    """Return what is kept, and where."""
    lang = screen.lang
    used = _WHY[report.unused] if report.unused else _YES
    rows = [
        (_FOLDER.to(lang), str(report.folder) if report.folder else NONE.to(lang)),
        (_USED.to(lang), used.to(lang)),
        (
            _SIZE.to(lang),
            _OF.to(lang, size=_size(_total(report), lang), most=_size(MOST_BYTES, lang)),
        ),
    ]
    for each in _kinds(report):
        name = _KINDS[each["kind"]].to(lang) if each["kind"] in _KINDS else each["kind"]
        size = _size(each["bytes"], lang)
        rows.append((name, _COUNT.to(lang, count=each["count"], size=size)))
    return paint([pairs(rows)], screen)


def _total(report: CacheReport) -> int:
    return sum(each.size for each in report.kept)


def _size(bytes_: int, lang: Lang) -> str:
    """Return a size in megabytes, as they are counted on a disk."""
    told = f"{bytes_ / _MEGA:.1f}"
    return f"{told.replace('.', ',') if lang == 'vi' else told} MB"


def _kinds(report: CacheReport) -> list[KeptKind]:
    kinds = group_by(report.kept, lambda each: each.kind)
    return [
        {"kind": kind, "count": len(kept), "bytes": sum(each.size for each in kept)}
        for kind, kept in sorted(kinds.items())
    ]


def cache_json(report: CacheReport, _screen: Screen) -> str:
    """Return the same for programs."""
    output: CacheOutput = {
        "schema": "kehoach/cache@1",
        "tool": {"name": "kehoach", "version": __version__},
        "folder": str(report.folder) if report.folder else None,
        "unused": report.unused,
        "most_bytes": MOST_BYTES,
        "bytes": _total(report),
        "kinds": _kinds(report),
    }
    return dump({**output})


CACHE_FORMATS: Mapping[str, CachePage] = {"text": cache_text, "json": cache_json}
