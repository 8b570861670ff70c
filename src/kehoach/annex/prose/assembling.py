"""Places with their labelled lines: each line goes to its bullet, or to the group that it closes."""

from kehoach.annex.leading_marks import BULLETS
from kehoach.annex.prose.clauses import dated
from kehoach.annex.prose.duties import PlaceDuty
from kehoach.annex.prose.labelled_lines import WHEN, WHO, LabelledLine, divided
from kehoach.annex.prose.marked_places import MarkedPlace
from kehoach.annex.prose.orders import OrderReader
from kehoach.annex.prose.shared_lines import LineGroup, hand_over, scoped, share
from kehoach.annex.prose.told_orders import order_of, said_of_places, said_over_places

_SECTIONS = 1  # the rank of Roman numerals and capitals


def assembled(place: MarkedPlace, reader: OrderReader) -> PlaceDuty:
    """Return a place and all in it, every line where it belongs."""
    duty = PlaceDuty(place)
    for index, words in enumerate(place.words):
        _paragraph(duty, words, reader, first=index == 0)
    duty.labelled = len(duty.lines)
    told = () if duty.is_title else duty.words
    duty.order = next(filter(None, (order_of(words, reader) for words in told)), None)
    if duty.order is not None:
        reader.count()
    duty.timed = any(map(dated, duty.words))
    groups = _groups(duty, [assembled(each, reader) for each in place.below])
    duty.lines = scoped(duty.lines)
    hand_over(duty)
    share(duty, groups)
    return duty


def _paragraph(duty: PlaceDuty, words: str, reader: OrderReader, *, first: bool) -> None:
    """Take a paragraph of a place: its words, the lines in it, or both."""
    content, lines = divided(words)
    if over := said_over_places(content, reader):
        content, lines = "", (*over, *lines)
    if not first:
        if reader.at_start(content) is not None:
            reader.count()
        if here := _said_here(content, reader):
            duty.lines += here
            return
    if content:
        (duty.after if duty.has(WHO) else duty.words).append(content)
    mark = duty.place.mark
    loose = not first and mark is not None and mark.rank == BULLETS
    (duty.loose if loose else duty.lines).extend(lines)


def _said_here(words: str, reader: OrderReader) -> list[LabelledLine]:
    """Return a sentence about places by their numbers, where it names no other section."""
    return [line for line in said_of_places(words, reader) if line.scope and not line.scope.of]


def _groups(duty: PlaceDuty, below: list[PlaceDuty]) -> list[LineGroup]:
    """Take the places below; return each group of lines with the run of places that it closes."""
    groups: list[LineGroup] = []
    run: list[PlaceDuty] = []
    closed = False
    for each in below:
        if _is_content(each):
            run = [] if closed or each.is_title else run
            run.append(each)
            duty.below.append(each)
            closed = False
            continue
        if not closed:
            groups.append(LineGroup(run))
        closed = True
        groups[-1].lines += _with_entries(each)
        (duty.loose if duty.is_bullet else groups[-1].lines).extend(each.loose)
        duty.after += each.after
    return groups


def _is_content(duty: PlaceDuty) -> bool:
    """Say whether a place says more than who or when; a section's label is its heading."""
    if not duty.words and duty.lines and not _may_be_a_line(duty):
        duty.words, duty.lines = list(duty.place.words), duty.lines[duty.labelled :]
    return bool(duty.words) or not duty.lines


def _may_be_a_line(duty: PlaceDuty) -> bool:
    """Say whether a place may only tell who or when: no section, and no number about money."""
    mark = duty.place.mark
    about = duty.has((*WHO, *WHEN, "product"))
    return mark is None or mark.rank == BULLETS or (mark.rank > _SECTIONS and about)


def _with_entries(label: PlaceDuty) -> list[LabelledLine]:
    """Return the lines of a label; what is listed under it belongs to the last."""
    *first, last = label.lines
    listed = list(label.all_below())
    words = "\n".join(filter(None, (last.words, *listed)))
    written = "\n".join((last.written, *listed))
    return [*first, last._replace(words=words, written=written)]
