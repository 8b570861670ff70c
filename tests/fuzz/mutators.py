"""How inputs are changed before they are tried: words of a text, parts of a package.

libFuzzer changes bytes, and most of what comes of that is refused at the door: a word that is no key, a zip
whose sum is wrong. These change what a person, or a hostile program, could have changed.
"""

import json
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

OfBytes = Callable[[bytes], bytes]
"""Changes bytes, as libFuzzer does."""

Mutator = Callable[[bytes, Random, OfBytes], bytes]
"""Changes an input by chance; may leave it to ``OfBytes``."""

_PIECE = re.compile(r"\w+|[^\S\n]+|\n|[^\w\s]+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MARKUP = re.compile(r"<[^<>]*>|[^<>]+|[<>]")
_TIMES = (1, 1, 1, 2, 3, 8)
_MOST_REPEATED = 400
_VOCABULARY: Mapping[str, list[str]] = json.loads(
    Path(__file__).with_name("vocabulary.json").read_text(encoding="utf-8")
)


def words(*kinds: str) -> list[str]:
    """Return the words of some kinds that are put into inputs."""
    return [word for kind in kinds for word in _VOCABULARY[kind]]


def of_words(vocabulary: Sequence[str]) -> Mutator:
    """Return what changes words and lines of a text: for others, twice, away, or to another place."""

    def changed(raw: bytes, chance: Random, inner: OfBytes) -> bytes:
        if chance.random() < 0.3:
            return inner(raw)
        text = raw.decode("utf-8", "surrogateescape")
        parting = _LINE if chance.random() < 0.3 else _PIECE
        return _written(_shuffled(parting.findall(text), chance, vocabulary))

    return changed


def of_packages(vocabulary: Sequence[str]) -> Mutator:
    """Return what changes the parts within a zip package, and packs them again."""

    def changed(raw: bytes, chance: Random, inner: OfBytes) -> bytes:
        parts = unpacked(raw)
        if not parts or chance.random() < 0.05:
            return inner(raw)
        name = chance.choice(sorted(parts))
        _change_part(parts, name, chance, inner, vocabulary)
        return packed(parts)

    return changed


def unpacked(raw: bytes) -> dict[str, bytes]:
    """Return the parts of a package; none of what is none, or is damaged within a part."""
    try:
        with ZipFile(BytesIO(raw)) as package:
            return {name: package.read(name) for name in package.namelist()}
    except (
        BadZipFile,
        zlib.error,
        ValueError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
    ):
        return {}


def compacted(raw: bytes) -> bytes:
    """Return a package with its parts compressed; what is none as it is."""
    parts = unpacked(raw)
    return packed(parts, ZIP_DEFLATED) if parts else raw


def packed(parts: dict[str, bytes], how: int = ZIP_STORED) -> bytes:
    """Return the package of some parts; the same parts make the same bytes."""
    file = BytesIO()
    with ZipFile(file, "w", how) as package:
        for name, content in parts.items():
            package.writestr(ZipInfo(name), content, how)
    return file.getvalue()


def _change_part(
    parts: dict[str, bytes], name: str, chance: Random, inner: OfBytes, words: Sequence[str]
) -> None:
    match chance.randrange(12):
        case 0:
            del parts[name]
        case 1:
            parts[chance.choice(words)] = parts[name]
        case 2:
            parts[name] = parts[chance.choice(sorted(parts))]
        case 3 | 4:
            parts[name] = inner(parts[name])
        case at:
            text = parts[name].decode("utf-8", "surrogateescape")
            parting = _MARKUP if at % 2 else _PIECE
            parts[name] = _written(_shuffled(parting.findall(text), chance, words))


def _shuffled(pieces: list[str], chance: Random, vocabulary: Sequence[str]) -> list[str]:
    """Return pieces of a text with some of them changed."""
    for _ in range(chance.choice(_TIMES)):
        at = chance.randrange(len(pieces) + 1)
        end = min(len(pieces), at + chance.choice((0, 1, 1, 1, 2, 5, 30)))
        some = pieces[at:end]
        match chance.randrange(6):
            case 0:
                pieces[at:end] = []
            case 1:
                pieces[at:end] = some * chance.choice((2, 2, 3, _MOST_REPEATED // (len(some) + 1)))
            case 2:
                to = chance.randrange(len(pieces) + 1)
                pieces[to:to] = some
            case _ if vocabulary:
                pieces[at:end] = [chance.choice(vocabulary)]
    return pieces


def _written(pieces: Sequence[str]) -> bytes:
    return "".join(pieces).encode("utf-8", "surrogateescape")
