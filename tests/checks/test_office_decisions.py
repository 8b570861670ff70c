"""Decisions and entries of the book that cannot be meant: found, and what was meant is offered.

Design, *The office's own files*: every entry has an effect, nothing contradicts itself, an extension
never shortens. The plan of these tests runs from 2021 to 2026; 30 June 2025 is a Monday.
"""

from collections.abc import Callable

import pytest

from kehoach.diagnostics import Severity
from kehoach.run import Run

OURS = {f"KH6{number:02}" for number in range(4, 20)}
ITEMS = (
    'id: "1", lead: [so-tai-chinh], deadline: {by: 2025-06-30}',
    'id: "2", kind: report, implement: [so-nganh], deadline: {every: quarter, from: 2025}',
    'id: "3", kind: report, implement: [so-nganh], deadline: {on_request: true}',
    'id: "4", kind: report, implement: [so-tu-phap], deadline: {every: year, session: 12}',
    'id: "5", lead: [so-noi-vu], deadline: {event: hop, minus: 10 days}',
    'id: "6", lead: [so-noi-vu], deadline: {when: [hop, nhan], plus: 5 days}',
    'id: "7", lead: [so-noi-vu], deadline: {not_set: theo lộ trình}',
)
HEAD = "events: [{id: hop, text: Họp}, {id: nhan, text: Nhận}, {id: khac, text: Khác}]"
SENT = """\
schema: kehoach/submission@1
plan: "07"
agency: so-tai-chinh
document: {number: 12/BC-STC, date: 2025-03-28}
reports: [{item: "2", period: 2025-Q1}]
tasks: [{item: "1", status: done, completed: 2025-03-20, evidence: [{number: 9/QĐ-STC, date: 2025-03-20}]}]
"""
AS_OF = "2026-06-01"


@pytest.fixture
def found(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> Callable[..., list[tuple[str, str]]]:
    """Return a function: what is found in a file of the office, each code with its message."""

    def find(name: str, lines: str, as_of: str = AS_OF) -> list[tuple[str, str]]:
        schema = {"decisions.yaml": "decisions", "receipts.yaml": "receipts"}[name]
        files = {
            "plan_07.yaml": plan_text(*ITEMS, head=HEAD),
            name: f"schema: kehoach/{schema}@1\n{lines}",
            "submissions/so-tai-chinh/bao-cao.yaml": SENT,
        }
        run = judge(files, as_of)
        wrong = (each for each in run.wrong if each.rule.code in OURS)
        return [(each.rule.code, each.message("vi")) for each in wrong]

    return find


def _decided(kind: str, entry: str, letter: str = "2025-02-03", number: str = "7/CV") -> str:
    return f"{kind}:\n  - {{{entry}, document: {{number: {number}, date: {letter}}}}}\n"


PAUSED = _decided("pauses", 'item: "1", reason: bão, from: %s')
PAUSED_TOO = '  - {item: "1", reason: bão, from: %s, document: {number: 8/CV, date: 2025-02-03}}\n'


@pytest.mark.parametrize(
    ("lines", "code", "words"),
    [
        # ── An extension that shortens, and what was probably meant
        (_decided("extensions", 'item: "1", due: 2024-07-31'), "KH604", "có phải 31/07/2025?"),
        (_decided("extensions", 'item: "1", due: 2025-06-27'), "KH604", "30/06/2025"),
        (_decided("extensions", 'item: "1", due: 2025-07-31', "2025-08-01"), "KH604", "01/08/2025"),
        (_decided("extensions", 'item: "2", period: 2026-Q1, due: 2025-12-31'), "KH604",
         "31/03/2026"),
        (_decided("extensions", 'item: "2", due: 2025-12-30'), "KH605", "2025-Q1, 2025-Q2, 2025-Q3"),
        (_decided("extensions", 'item: "1", due: 2025-06-30'), "KH607", "30/06/2025"),
        (_decided("extensions", 'item: "5", due: 2025-06-30'), "KH607", "không có hạn"),
        (_decided("extensions", 'item: "7", due: 2025-06-30'), "KH607", "mục 7"),
        (_decided("extensions", 'item: "1", due: 2205-07-31').replace("2205", "2105"), "KH608",
         "31/07/2105"),
        # ── For somebody who owes nothing there
        (_decided("extensions", 'item: "1", due: 2025-07-31, agencies: [so-noi-vu]'), "KH606",
         "so-noi-vu"),
        (_decided("waivers", 'item: "1", reason: bão, agencies: [so-noi-vu]'), "KH606", "so-noi-vu"),
        (_decided("waivers", 'item: "1", reason: bão, agencies: [so-tai-chinh, so-noi-vu]'), "KH606",
         "so-noi-vu"),
        (_decided("waivers", 'item: "4", period: 2025, reason: bão, agencies: [so-noi-vu]'),
         "KH606", "kỳ 2025"),
        (_decided("waivers", 'item: "1", reason: bão')
         + '  - {item: "1", reason: bão, document: {number: 8/CV, date: 2025-02-04}}\n', "KH607",
         "đã nói"),
        (_decided("waivers", 'item: "2", period: 2026-Q1, reason: bão, until: 2025-12-31'), "KH607",
         "31/12/2025"),
        (_decided("waivers", 'item: "7", reason: bão'), "KH607", "mục 7"),
        # ── A pause that stops no clock
        (PAUSED % "2025-03-10, until: 2025-03-12" + PAUSED_TOO % "2025-03-01, until: 2025-03-31",
         "KH607", "lần tạm dừng khác"),
        (PAUSED % "2025-03-01, until: 2025-03-31" + PAUSED_TOO % "2025-03-10, until: 2025-03-31",
         "KH607", "lần tạm dừng khác"),
        (PAUSED % "2025-03-01, until: 2025-03-31" + PAUSED_TOO % "2025-03-01, until: 2025-03-31",
         "KH607", "lần tạm dừng khác"),
        (PAUSED % "2025-03-01, until: 2025-03-31" + PAUSED_TOO.replace("8/CV", "7/CV")
         % "2025-03-01, until: 2025-03-31", "KH607", "lần tạm dừng khác"),
        (PAUSED % "2025-03-21, until: 2025-03-31", "KH607", "đã xong"),
        (_decided("pauses", 'item: "2", period: 2026-Q1, reason: bão, from: 2025-11-03, until: '
         "2025-12-31"), "KH607", "31/12/2025"),
        # ── Of nothing that waits for it
        (_decided("events", "id: khac, date: 2025-03-03"), "KH607", "khac"),
        (_decided("sessions", 'item: "2", period: 2025-Q1, date: 2025-03-03'), "KH607", "mục 2"),
        (_decided("requests", 'item: "2", due: 2025-03-03'), "KH607", "mục 2"),
        (_decided("requests", 'item: "3", due: 2025-03-03, agencies: [so-noi-vu]')
         + '  - {item: "3", due: 2025-03-03, agencies: [so-noi-vu], document: {number: 8, date: '
         "2025-02-04}}\n", "KH607", "đã nói"),
        (_decided("events", "id: nhan, date: 2025-03-03")
         + "  - {id: nhan, date: 2025-03-03, document: {number: 8/CV, date: 2025-03-04}}\n", "KH607",
         "đã nói"),
        # ── Days that cannot be
        (_decided("events", "id: nhan, date: 2015-03-03"), "KH608", "có phải 03/03/2021?"),
        (_decided("events", "id: nhan, date: 2052-03-03"), "KH608", "có phải 03/03/2026?"),
        (_decided("sessions", 'item: "4", period: 2025, date: 2024-12-10'), "KH608",
         "có phải 10/12/2025?"),
        (_decided("waivers", 'item: "1", reason: bão', "2015-02-03"), "KH608", "03/02/2015"),
        (_decided("events", "id: nhan, date: 2025-03-03", "2093-03-03"), "KH609", "03/03/2093"),
        (_decided("requests", 'item: "3", due: 2024-09-30', "2025-09-10"), "KH610",
         "có phải 30/09/2025?"),
        (_decided("waivers", 'item: "1", reason: bão, until: 2025-01-15'), "KH610", "15/01/2025"),
        (_decided("events", "id: nhan, date: 2025-03-03")
         + "  - {id: nhan, date: 2025-06-03, document: {number: 9/GM, date: 2025-06-03}}\n", "KH611",
         "03/06/2025"),
        (_decided("sessions", 'item: "4", period: 2025, date: 2025-12-10')
         + '  - {item: "4", period: 2025, date: 2025-12-17, document: {number: 9, date: '
         "2025-12-02}}\n", "KH611", "17/12/2025"),
    ],
)  # fmt: skip
def test_a_decision_that_cannot_be_meant_is_found(
    found: Callable[..., list[tuple[str, str]]], lines: str, code: str, words: str
) -> None:
    """Exactly one finding, of this rule, that names it."""
    ((rule, message),) = found("decisions.yaml", lines)
    assert rule == code
    assert words in message


@pytest.mark.parametrize(
    "lines",
    [
        _decided("extensions", 'item: "1", due: 2025-07-31'),
        _decided("extensions", 'item: "2", period: 2025-Q3, due: 2025-10-15'),
        _decided("extensions", 'item: "2", period: 2025-Q3, due: 2025-10-15, agencies: [so-nganh]'),
        _decided("waivers", 'item: "2", period: 2026-Q4, reason: bão, agencies: [so-noi-vu]'),
        _decided("waivers", 'item: "2", reason: bão, until: 2025-08-31'),
        _decided("events", "id: hop, date: 2025-07-16", "2025-06-01"),
        _decided("events", "id: nhan, date: 2025-03-03", "2025-04-03"),
        _decided("sessions", 'item: "4", period: 2025, date: 2026-01-08', "2025-12-20"),
        _decided("requests", 'item: "3", due: 2025-09-30, agencies: [so-noi-vu, so-tu-phap]'),
        _decided("requests", 'item: "3", due: 2025-02-03'),
        PAUSED % "2025-03-10, until: 2025-03-31",
        PAUSED % "2025-03-01, until: 2025-03-12" + PAUSED_TOO % "2025-03-11, until: 2025-03-19",
        _decided(
            "pauses", 'item: "2", period: 2026-Q1, reason: bão, from: 2025-11-03, until: 2026-01-01'
        ),
    ],
)
def test_a_decision_with_its_effect_is_not_found(
    found: Callable[..., list[tuple[str, str]]], lines: str
) -> None:
    """Also what was announced ahead, told later, or is for a period that has not begun."""
    assert found("decisions.yaml", lines) == []


def test_a_decision_not_yet_taken_is_judged_when_it_is(
    found: Callable[..., list[tuple[str, str]]],
) -> None:
    """A letter of July has no effect in June, and is no mistake for that."""
    lines = _decided("extensions", 'item: "1", due: 2024-07-31', "2025-07-01")
    assert found("decisions.yaml", lines, "2025-06-30") == []
    assert [code for code, _ in found("decisions.yaml", lines, "2025-07-01")] == ["KH604"]


@pytest.mark.parametrize(
    ("entry", "code", "words"),
    [
        ("received: 2025-04-01, document: {number: 21/BC-STC, date: 2025-03-28}", "KH612",
         "có phải 12/BC-STC ngày 28/03/2025"),
        ("received: 2025-04-01, document: {number: 12/BC-STC, date: 2025-03-29}", "KH612",
         "28/03/2025"),
        ("received: 2025-04-01, document: {number: 9/QĐ-STP, date: 2025-03-20}", "KH612",
         "9/QĐ-STC"),
        ("received: 2025-04-01", "KH613", "không ghi số văn bản"),
        ("received: 2025-03-20, document: {number: 12/BC-STC, date: 2025-03-28}", "KH610",
         "28/03/2025"),
        ('received: 2025-03-20, item: "1", document: {number: 3/BC, date: 2025-03-28}', "KH610",
         "28/03/2025"),
        ('received: 2095-03-20, item: "1"', "KH609", "20/03/2095"),
        ('received: 2015-03-30, item: "1"', "KH608", "có phải 30/03/2021?"),
    ],
)  # fmt: skip
def test_an_entry_of_the_book_that_cannot_be_meant_is_found(
    found: Callable[..., list[tuple[str, str]]], entry: str, code: str, words: str
) -> None:
    messages = dict(found("receipts.yaml", f"receipts:\n  - {{agency: so-tai-chinh, {entry}}}\n"))
    assert words in messages[code]


@pytest.mark.parametrize(
    "entry",
    [
        "received: 2025-04-01, document: {number: 12/BC-STC, date: 2025-03-28}",
        'received: 2025-04-01, item: "1"',
        'received: 2025-04-01, item: "2", period: 2025-Q1',
        'received: 2025-06-30, item: "2", period: 2025-Q2, document: {number: 30/BC, date: 2025-06-27}',
    ],
)
def test_an_entry_of_the_book_that_dates_something_is_not_found(
    found: Callable[..., list[tuple[str, str]]], entry: str
) -> None:
    assert found("receipts.yaml", f"receipts:\n  - {{agency: so-tai-chinh, {entry}}}\n") == []


def test_of_two_entries_on_one_report_the_later_is_idle(
    found: Callable[..., list[tuple[str, str]]],
) -> None:
    """The first day counts; a letter came once."""
    entry = '  - {agency: so-tai-chinh, received: %s, item: "2", period: 2025-Q1}\n'
    lines = "receipts:\n" + entry % "2025-04-01" + entry % "2025-04-15"
    assert [code for code, _ in found("receipts.yaml", lines)] == ["KH613"]


def test_of_an_event_with_two_days_the_earlier_letter_s_counts(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """Case 14, whatever order the entries have: 5 days after the later of the two events."""
    records = (
        "  - {id: nhan, date: 2025-03-03, document: {number: 5/GM, date: 2025-03-03}}\n",
        "  - {id: nhan, date: 2025-06-03, document: {number: 9/GM, date: 2025-06-03}}\n",
    )
    other = "  - {id: hop, date: 2025-02-03, document: {number: 1/GM, date: 2025-02-03}}\n"
    dues = set()
    for order in (records, records[::-1]):
        text = "schema: kehoach/decisions@1\nevents:\n" + "".join((*order, other))
        run = judge({"plan_07.yaml": plan_text(*ITEMS, head=HEAD), "decisions.yaml": text}, AS_OF)
        assert {each.rule.severity for each in run.wrong if each.rule.code == "KH611"} == {
            Severity.ERROR
        }
        dues |= {
            str(each.obligation.due) for each in run.assessments if each.obligation.key.item == "6"
        }
    assert dues == {"2025-03-10"}, "8 March 2025 is a Saturday"


@pytest.mark.parametrize(("back", "codes"), [("2021-11-24", set()), ("2021-12-10", {"KH415"})])
def test_what_is_sent_anew_after_a_return_is_no_contradiction(
    judge: Callable[..., Run], back: str, codes: set[str]
) -> None:
    """Sent back on 24 November between the two letters; on 10 December after both of them."""
    head = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
    sent = head + "document: {number: %s, date: %s}\nreports: [{item: III.1.c, period: 2021}]\n"
    files = {
        "submissions/so-tai-chinh/1.yaml": sent % ("7/BC", "2021-11-19"),
        "submissions/so-tai-chinh/2.yaml": sent % ("8/BC", "2021-11-28"),
        "decisions.yaml": "schema: kehoach/decisions@1\nreturns:\n  - {item: III.1.c, period: 2021, "
        f"agencies: [so-tai-chinh], reason: thiếu biểu, document: {{number: 1/TB, date: {back}}}}}\n",
    }
    run = judge(files, "2021-12-15", shipped=True, git=False)
    assert {each.rule.code for each in run.wrong} & {"KH415", "KH416"} == codes
