"""The text of a plan, from its paragraphs to what it asks for; what nothing is made of is left."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.draft_plan import DraftSection
from kehoach.annex.items.item_times import times_in_text
from kehoach.annex.leading_marks import leading_mark
from kehoach.annex.prose.around_body import closing_of, preamble_of
from kehoach.annex.prose.asked_for import AskedFor
from kehoach.annex.prose.asking import Asking
from kehoach.annex.prose.assembling import assembled
from kehoach.annex.prose.given_out import give_out
from kehoach.annex.prose.labelled_lines import WHEN
from kehoach.annex.prose.marked_places import lines_of, places
from kehoach.annex.prose.orders import OrderReader
from kehoach.annex.prose.shared_lines import send_home
from kehoach.annex.prose.text_times import all_times
from kehoach.model.agencies import Registry
from kehoach.words import Text, fold

_ENDINGS = ("nơi nhận", "nơi gửi", "trên đây là")
_FORMULA = re.compile(
    r"(?:trong )?q(?:uá|úa) trình (?:tổ chức |triển khai )*thực hiện.*(?:khó khăn|vướng mắc|phát sinh)"
    r"|nhận được (?:công văn|văn bản|chỉ thị|kế hoạch)"
    r"|(?:chỉ thị|kế hoạch|quyết định|nghị quyết|quy chế|văn bản) này (?:có hiệu lực|thay thế|bãi bỏ)"
)
_NUMBERED = 2
_MOST_SIGNS = 20_000  # of a task, as of a cell: only what no number was read in has more


class ProseText(NamedTuple):
    """What the text asks for, its sections, the paragraphs left, and the doubts about the whole."""

    asked: tuple[AskedFor, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    left: tuple[str, ...] = ()
    doubts: tuple[Text, ...] = ()
    preamble: str = ""
    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that is taken."""
        asked = (each.id for each in self.asked)
        return (*asked, *(each.id for each in self.sections))

    @property
    def times(self) -> str:
        """All words of time."""
        lines = (x.words for each in self.asked for x in each.lines if x.kind in WHEN)
        told = (time.words for each in self.asked for time in all_times(each.words[:_MOST_SIGNS]))
        return " ".join((*lines, *told))


def read_prose(paragraphs: Sequence[str], registry: Registry | None) -> ProseText:
    """Return what the paragraphs of a document ask for; all of them are left where that is nothing."""
    told = tuple(lines_of(paragraphs))
    first, end = _body(told)
    reader = OrderReader(Directory(registry, None))
    asking = Asking(reader)
    formulas = [words for words in told[first:end] if _FORMULA.match(fold(words))]
    body = [words for words in told[first:end] if words not in formulas]
    root = assembled(places(body), reader)
    send_home(root)
    give_out(root, reader)
    asking.whole(root)
    if not asking.found:
        return ProseText(left=tuple(paragraphs))
    preamble, before = preamble_of(told[:first])
    closing = closing_of(told[end:])
    left = (*before, *asking.unasked, *formulas, *closing.left)
    asked, sections, twice = _unique(asking.found, asking.sections)
    idle = asking.idle
    doubts = (message("prose-idle", count=len(idle), ids=", ".join(idle)),) if idle else ()
    given = asking.given
    if given:
        doubts = (*doubts, message("prose-gives-out", ids=", ".join(given)))
    timed = times_in_text(preamble, "")
    return ProseText(
        asked,
        sections,
        left,
        (*doubts, *twice, *(message("paragraph-timed", words=preamble) for _ in timed)),
        preamble,
        closing.recipients,
        closing.signature,
    )


def _body(paragraphs: Sequence[str]) -> tuple[int, int]:
    """Return from where to where a document asks: from its first number to its closing words."""
    end = next(
        (i for i, words in enumerate(paragraphs) if fold(words).startswith(_ENDINGS)),
        len(paragraphs),
    )
    numbered = (i for i, words in enumerate(paragraphs[:end]) if _is_numbered(words))
    return next(numbered, 0), end


def _is_numbered(words: str) -> bool:
    found = leading_mark(words)
    return found is not None and found[0].rank <= _NUMBERED


def _unique(
    asked: Iterable[AskedFor], sections: Iterable[DraftSection]
) -> tuple[tuple[AskedFor, ...], tuple[DraftSection, ...], tuple[Text, ...]]:
    """Return what is asked for and the sections; an id that was taken before is told apart, in doubt."""
    taken = Counter[str]()
    items, parts, doubts = [], [], []
    for each in asked:
        id_ = _free(each.id, taken)
        doubt = message("number-twice", number=each.number or each.id, id=id_)
        again = each._replace(id=id_, notes=(*each.notes, doubt))
        items.append(each if id_ == each.id else again)
    for section in sections:
        id_ = _free(section.id, taken)
        parts.append(section._replace(id=id_))
        if id_ != section.id:
            doubts.append(message("number-twice", number=section.id, id=id_))
    return tuple(items), tuple(parts), tuple(doubts)


def _free(id_: str, taken: Counter[str]) -> str:
    """Return an id, with a number behind it where it was taken before."""
    taken[id_] += 1
    if taken[id_] == 1:
        return id_
    return _free(f"{id_}-{taken[id_]}", taken)
