"""The chain from the plan's sentence to a verdict: each link names its proof."""

import re
from collections.abc import Iterable, Iterator

from kehoach.diagnostics import Place
from kehoach.explanations.bodies import names_of
from kehoach.explanations.claim_words import claim_words, claims_on, place_on_file
from kehoach.explanations.compiled import come_words
from kehoach.explanations.decision_words import pause_links, return_links
from kehoach.explanations.extension_words import extension_links
from kehoach.explanations.labels import ROLE, reason_words, state_words
from kehoach.explanations.reasoning import reasoning
from kehoach.explanations.reminder_words import letter_lines
from kehoach.explanations.telling_words import telling_words
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text, captions, shown_day

_ASSIGNED = Text("Giao cho", "Laid on")
_RULE = Text("Quy tắc", "Rule")
_EXTENSION = Text("Gia hạn", "Extension")
_WAIVER = Text("Miễn", "Waiver")
_PAUSE = Text("Tạm dừng", "Pause")
_RETURN = Text("Trả lại", "Return")
_SENT_BACK = Text("đã bị trả lại, không còn tính", "sent back, and counts no more")
_EVIDENCE = Text("Đã nhận", "Received")
_TELLING = Text("Báo xong", "Telling")
_TELLING_START = Text("Báo bắt đầu", "Telling")
_SUCCESSION = Text("Kế thừa", "Succession")
_AS_OF = Text("tính đến hết ngày {day}", "as of the end of {day}")
_LABEL = re.compile(r"[^:;.]{1,40}:")


def chain(
    run: Run, each: Assessment, lang: Lang, steps: Iterable[str] | None = None
) -> Iterator[tuple[str, str]]:
    """Yield the links: a name and what it says; ``steps`` lead to the demand's day, where known already."""
    yield from _words_of_the_plan(run, each, lang)
    found = reasoning(run, each.obligation.demand, lang) if steps is None else steps
    yield from _named(_RULE, found, lang)
    if quota := each.obligation.quota:
        yield (
            captions.QUANTITY.to(lang),
            captions.AT_LEAST.to(lang, least=quota.at_least, unit=quota.unit or ""),
        )
    yield from _decisions(run, each, lang)
    yield from _evidence(run, each, lang)
    telling = _TELLING_START if each.obligation.demand.term.beginning else _TELLING
    yield from _named(telling, telling_words(run, each, lang), lang)
    yield from _succession(run, each, lang)
    yield from _named(captions.REMINDED, letter_lines(run.reminded(each), lang), lang)
    yield from _named(captions.COMPILED, come_words(run, each, lang), lang)
    yield captions.VERDICT.to(lang), _verdict(run, each, lang)


def _words_of_the_plan(run: Run, each: Assessment, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield what the document says, and on whom that lays it."""
    item = each.obligation.demand.item
    sentence = item.sentence.replace("\n", " ")
    place = place_on_file(run, _plan_place(run, each))
    yield captions.SENTENCE.to(lang), f"“{sentence}” ({place})"
    if item.assignment:
        yield "", f"“{_on_one_line(item.assignment)}”"
    yield _ASSIGNED.to(lang), _assigned(run, each, lang)
    if item.by:
        yield captions.BY_WORDS.to(lang), "; ".join(item.by)
    worded = f"“{item.wording}”" if item.wording else Text("không ghi", "none").to(lang)
    yield captions.WORDING.to(lang), worded


def _named(name: Text, said: Iterable[str], lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield several links of one kind, of which the first bears its name."""
    for number, words in enumerate(said):
        yield (name.to(lang) if number == 0 else ""), words


def _on_one_line(assignment: str) -> str:
    """Return lines such as "Đơn vị chủ trì: …" and "Đơn vị phối hợp: …" told apart by "; "."""
    told = ""
    for line in assignment.strip().splitlines():
        apart = _LABEL.match(line.strip()) and told[-1:] not in (".", ";", "")
        told += f"{';' if apart else ''} {line.strip()}"
    return " ".join(told.split())


def _plan_place(run: Run, each: Assessment) -> Place:
    """Return where the item stands in the plan's file."""
    plan, item = each.obligation.demand.plan, each.obligation.demand.item
    file = next(found.file for found in run.workspace.plans if found.plan is plan)
    # Ids are compared before whole items: a site asks this of every verdict.
    same = (at for at, other in enumerate(plan.items) if other.id == item.id and other == item)
    return Place(file, ("items", next(same)))


def _assigned(run: Run, each: Assessment, lang: Lang) -> str:
    """Return by which name and in which role the obligation falls on the agency."""
    owed = each.obligation
    item, day = owed.demand.item, owed.demand.resolved
    ids: tuple[str, ...] = getattr(item, owed.role)
    named = [id_ for id_ in ids if run.registry.includes(id_, owed.agency, day)]
    role = ROLE[owed.role].to(lang)
    through = names_of(run, tuple(named))
    resolved = Text("thành viên tính tại ngày {day}", "members as of {day}").to(
        lang, day=shown_day(day, lang)
    )
    return f"{run.agency_name(owed.agency)}: {role} ({through}; {resolved})"


def _decisions(run: Run, each: Assessment, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the extensions, applied or not, pauses, returns and the waiver, each with its document."""
    owed, calendar = each.obligation, run.workspace.calendar
    if owed.extensions:
        links = extension_links(owed, calendar.of(owed.demand.calendar), lang)
        yield from _named(_EXTENSION, links, lang)
    if owed.still.pauses:
        yield from _named(_PAUSE, pause_links(each, calendar, run.as_of, lang), lang)
    yield from _named(_RETURN, return_links(owed, lang), lang)
    if waiver := owed.waiver:
        yield _WAIVER.to(lang), f"{waiver.reason} ({waiver.document.number})"


def _evidence(run: Run, each: Assessment, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield everything that was said of the obligation, received by the date or not."""
    claims = claims_on(run, each)
    for number, claim in enumerate(claims):
        said = claim_words(run, claim, lang)
        if each.returned and claim.came and claim.came.day <= each.returned:
            said += f" · {_SENT_BACK.to(lang)}"
        yield (_EVIDENCE.to(lang) if number == 0 else ""), said
    if not claims:
        yield _EVIDENCE.to(lang), Text("chưa có gì", "nothing").to(lang)


def _succession(run: Run, each: Assessment, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield how the obligation came to the agency that now owes it."""
    if each.inherited_from:
        ended = run.registry.agency[each.inherited_from].valid.last
        yield (
            _SUCCESSION.to(lang),
            Text(
                "nhận từ {old} (chấm dứt ngày {day})", "taken over from {old} (ended on {day})"
            ).to(
                lang,
                old=run.agency_name(each.inherited_from),
                day=shown_day(ended or run.as_of, lang),
            ),
        )
    for old in each.merged:
        yield (
            _SUCCESSION.to(lang),
            Text("nhập cùng nghĩa vụ của {old}", "merged with the same obligation of {old}").to(
                lang, old=run.agency_name(old)
            ),
        )


def _verdict(run: Run, each: Assessment, lang: Lang) -> str:
    """Return the state, the days and the reason."""
    days = "" if each.days is None else f", {days_text(each).to(lang, count=abs(each.days))}"
    as_of = _AS_OF.to(lang, day=shown_day(run.as_of, lang))
    return f"{state_words(each, lang)}{days}, {as_of}: {reason_words(each, lang)}"


def days_text(each: Assessment) -> Text:
    """Return the words for the days from the due day; nothing is late that cannot be overdue."""
    if not each.days:
        return Text("đúng ngày cuối của hạn", "on the last day")
    if each.days > 0:
        if each.obligation.binding:
            return captions.LATE_BY
        return captions.PAST_BY
    if each.done:
        return captions.EARLY_BY
    return captions.LEFT_BY
