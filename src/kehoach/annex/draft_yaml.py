"""A draft as a plan file: what is in doubt stands as a comment ``# ?`` at its item."""

from collections.abc import Iterator, Sequence

from kehoach.annex.annex_messages import message
from kehoach.annex.doubt_kinds import doubt_kinds
from kehoach.annex.draft_plan import Draft, DraftItem, NamedBody, ProposedBody
from kehoach.wordings import inline_all
from kehoach.words import Lang, Text
from kehoach.words.shortening import cut
from kehoach.words.yaml_words import block, flow, remark, scalar

_INDENT = 4


def draft_yaml(draft: Draft, lang: Lang) -> str:
    """Return the plan file."""
    kinds = [each for each in doubt_kinds(draft) if not each.place]
    above = frozenset(doubt for each in kinds for doubt in each.doubts)
    return "".join((
        remark(message("yaml-head").to(lang)),
        *(remark(f"? {each.words.to(lang)}") for each in kinds),
        *_proposed(draft.proposals, lang),
        *_cover(draft),
        *_lists(draft),
        "\nitems:\n",
        "\n".join(_item(item, above, lang) for item in draft.items),
        "\nrecipients:\n" if draft.cover.recipients else "",
        *(f"  - {scalar(words)}\n" for words in draft.cover.recipients),
        *_left(draft.left, lang),
    ))  # fmt: skip


def _left(left: Sequence[str], lang: Lang) -> Iterator[str]:
    """Yield, as comments, what nothing was made of, word for word."""
    if left:
        yield "\n" + remark(message("told-left").to(lang))
        yield from (remark(f"- {words}") for words in left)


def _proposed(proposals: Sequence[ProposedBody], lang: Lang) -> Iterator[str]:
    """Yield, as comments to be pasted, whom the registry lacks."""
    if not proposals:
        return
    yield remark(f"? {message('yaml-add').to(lang)}")
    for title, group in (("agencies", False), ("groups", True)):
        some = [each for each in proposals if each.group == group]
        yield from [remark(f"  {title}:")] if some else []
        for each in some:
            more = ", open: true" if each.open else ", members: []" if group else ""
            yield remark(f"    - {{id: {each.id}, name: {scalar(each.name)}{more}}}")


def _cover(draft: Draft) -> Iterator[str]:
    cover = draft.cover
    yield "schema: kehoach/plan@1\n"
    yield f"id: {scalar(cover.id)}\n"
    yield block("title", cover.title)
    if cover.number:
        yield f"number: {scalar(cover.number)}\n"
    if cover.issued:
        yield f"issued: {cover.issued}\n"
    if cover.place:
        yield f"place: {scalar(cover.place)}\n"
    if cover.issuer:
        yield f"issuer: {cover.issuer.id}\n"
    if cover.signature:
        yield f"signature: {flow(cover.signature)}\n"
    yield f"period: {{from: {cover.first}, to: {cover.last}}}\n"
    if cover.preamble:
        yield block("preamble", cover.preamble)


def _lists(draft: Draft) -> Iterator[str]:
    """Yield the lists that stand before the items: events, sections, footnotes."""
    named = (
        ("events", [("id", each.id, {"text": each.text}) for each in draft.events]),
        ("sections", [("id", x.id, {"title": x.title, "text": x.text}) for x in draft.sections]),
        ("footnotes", [("mark", each.mark, {"text": each.text}) for each in draft.footnotes]),
    )
    for name, entries in named:
        yield f"\n{name}:\n" if entries else ""
        for first, id_, words in entries:
            yield f"  - {first}: {scalar(id_)}\n"
            yield from (_words(key, each) for key, each in words.items())


def _item(item: DraftItem, above: frozenset[Text], lang: Lang) -> str:
    """Return an item; a doubt that is told ``above`` in full is only marked."""
    told = (cut(each.to(lang)) if each in above else each.to(lang) for each in item.doubts)
    doubts = "".join(remark(f"? {words}", _INDENT - 2) for words in told)
    return doubts + f"  - id: {scalar(item.id)}\n" + "".join(_fields(item))


def _fields(item: DraftItem) -> Iterator[str]:
    yield f"    kind: {item.kind}\n"
    yield block("title", cut(item.heading or item.text or " ".join(item.parts)), _INDENT)
    yield _words("heading", item.heading)
    yield _words("text", item.text)
    yield "    parts:\n" if item.parts else ""
    yield from (f"      - {scalar(each)}\n" for each in item.parts)
    yield _words("assignment", item.assignment)
    yield _ids(item.role, item.owing)
    yield _ids("implement", item.implementing)
    yield f"    by: {flow(item.by)}\n" if item.by else ""
    yield _ids("coordinate", item.coordinating)
    yield "    binding: requested\n" if item.requested else ""
    yield from (f"    {key}: {to.id}\n" for key, to in (("to", item.to), ("via", item.via)) if to)
    yield f"    deadline: {inline_all(item.deadline, scalar)}\n"
    yield _words("wording", item.wording)
    yield from _quota(item)
    yield _words("deliverable", item.product)
    yield _words("note", item.note)


def _quota(item: DraftItem) -> Iterator[str]:
    if item.quantity:
        number, unit = item.quantity
        of = f", unit: {scalar(unit)}" if unit else ""
        yield f"    quota: [{{at_least: {number}{of}}}]\n"


def _words(key: str, words: str) -> str:
    return block(key, words, _INDENT) if words else ""


def _ids(key: str, named: Sequence[NamedBody]) -> str:
    return f"    {key}: {flow([each.id for each in named])}\n" if named else ""
