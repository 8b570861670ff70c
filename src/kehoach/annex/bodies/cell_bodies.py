"""Whom a cell names: bodies by the registry, persons and posts as words, and what is in doubt."""

import re
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_words import begins, is_nobody, is_open, is_post
from kehoach.annex.bodies.cell_pieces import CellPiece, CellPieces
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.clean_words import tidy, without_marks
from kehoach.annex.draft_plan import NamedBody
from kehoach.words import Text, fold
from kehoach.words.shortening import flat

_AROUND = " \n\t-–+•*.,;:&"
_SAME = re.compile(r"nt|n\.t|như trên|như mục trên|[\"”″]+|''")
_LEAST_LETTERS = 2
_WITHIN = re.compile(
    r"\s+(?:theo (?:đúng )?(?:chức năng|nhiệm vụ|thẩm quyền|phân công|lĩnh vực|phạm vi)|trong phạm vi|"
    r"(?:trên cơ sở|căn cứ) (?:chức năng|nhiệm vụ))\b[^;()\n]*",
    re.IGNORECASE,
)
_AND = re.compile(r",|\svà\s")


class Mentions(NamedTuple):
    """Who is named, in order, persons and posts (``by``), and what is in doubt about them.

    ``asked``: all bodies stand behind *đề nghị*.
    """

    named: tuple[NamedBody, ...] = ()
    doubts: tuple[Text, ...] = ()
    by: tuple[str, ...] = ()
    asked: bool = False


_Told = tuple[NamedBody | None, tuple[Text, ...]]


def read_mentions(words: str, directory: Directory) -> Mentions:
    """Return the bodies that a cell names, and the persons and posts, which are no bodies."""
    named: dict[str, NamedBody] = {}
    by: list[str] = []
    doubts: list[Text] = []
    asked: list[bool] = []
    text = _WITHIN.sub(_behind_limits, tidy(without_marks(words)))
    for piece in CellPieces(text, directory).pieces():
        if piece.person:
            by.append(piece.words)
            doubts.append(_person(piece.words, directory))
            continue
        name, more = _one(piece, directory)
        if name is not None:
            named.setdefault(name.id, name)
            asked.append(piece.asked)
            doubts += [message("only-asked", words=name.words)] if piece.asked else []
        doubts += more
    return Mentions(tuple(named.values()), tuple(doubts), tuple(by), bool(asked) and all(asked))


def _behind_limits(tail: re.Match[str]) -> str:
    """Return what follows *theo chức năng, nhiệm vụ …*: another body, or nothing."""
    for sign in _AND.finditer(tail[0]):
        rest = tail[0][sign.end() :].lstrip()
        if begins(rest) and (rest[:1].isupper() or rest.lower().startswith("các ")):
            return tail[0][sign.start() :]
    return ""


def _one(piece: CellPiece, directory: Directory) -> _Told:
    """Return whom a piece names, and the doubts about it."""
    told = piece.words
    if any(entry.id for entry in piece.found):
        return _known(piece, directory)
    if is_ditto(told):
        return None, (message("as-above", words=told),)
    if sum(map(str.isalpha, told)) < _LEAST_LETTERS or piece.apart or is_nobody(told):
        return None, (message("no-body", words=told),)
    name = piece.found[0].name if len(piece.found) == 1 else told
    return NamedBody(told, directory.proposed_id(name), known=False), (_unknown(told, directory),)


def _person(words: str, directory: Directory) -> Text:
    """Return the doubt about a person or a post, with the body that may be meant."""
    near = directory.nearest(words) if is_post(words) else None
    if near is None:
        return message("person", words=words)
    return message("post-of", words=words, name=near.name, id=near.id)


def _known(piece: CellPiece, directory: Directory) -> _Told:
    """Return whom a name in the registry means, and the doubts about it."""
    told = piece.words
    if len(piece.found) > 1:
        ids = ", ".join(entry.id for entry in piece.found)
        name = NamedBody(told, directory.proposed_id(told), known=False)
        return name, (message("several-bodies", words=told, ids=ids),)
    (entry,) = piece.found
    name = NamedBody(told, entry.id)
    if piece.guessed:
        return name, (message("guessed-body", words=told, name=entry.name, id=entry.id),)
    return name, _ended(told, entry.id, directory)


def _unknown(told: str, directory: Directory) -> Text:
    """Return the doubt about words that nobody is called by, with who may be meant."""
    near = directory.nearest(told)
    groups = directory.open_groups() if is_open(told) else ()
    if groups:
        return message("open-set", words=told, ids=", ".join(groups))
    if near:
        return message("near-body", words=told, name=near.name, id=near.id)
    return message("unknown-body", words=told)


def is_ditto(words: str) -> bool:
    """Say whether words only point to those above: ``nt``, *như trên*, a quotation mark."""
    return _SAME.fullmatch(fold(flat(words).strip(_AROUND))) is not None


def _ended(words: str, id_: str, directory: Directory) -> tuple[Text, ...]:
    if not directory.ended(id_):
        return ()
    agency = directory.agency(id_)
    heirs = ", ".join(agency.successors) if agency else ""
    more = message("successors", ids=heirs) if heirs else Text("", "")
    return (message("body-ended", words=words, id=id_, heirs=more),)
