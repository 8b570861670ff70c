"""Letters by kind, and the memory of reminders: who is written to, about what, for the how manieth time."""

import re
from datetime import date

import pytest

from builders import an_id
from kehoach.letters.reminder.correspondence import correspondences, due_letters
from kehoach.letters.stationery import Particulars
from letters.reminding import ENTRY, FILES, LETTER, Judge, judged, letter

# --- kinds --------------------------------------------------------------------------------------


def test_each_is_written_to_in_its_own_way(judge: Judge) -> None:
    """Overdue: reminded. The sender: a list. Its superior: a report. Only due soon (10 days): told."""
    run = judged(judge)
    kinds = {of.agency: of.kind for of in due_letters(run).letters}
    assert kinds == {
        "so-tai-chinh": "reminder", "so-tu-phap": "list", "ubnd-tinh": "report", "so-noi-vu": "notice",
    }  # fmt: skip


def test_nothing_official_is_technical(judge: Judge) -> None:
    """No YAML, command, file, revision, day in ISO 8601 or period by its id."""
    run = judged(judge, book=LETTER)
    for agency in ("so-tai-chinh", "so-tu-phap", "ubnd-tinh", "so-noi-vu"):
        text = letter(run, agency)
        assert not re.search(r"yaml|kehoach|git|\d{4}-\d|2026-Q|once|\bkỳ 20|None|\{", text), agency


def test_a_superior_is_not_urged(judge: Judge) -> None:
    """A report by its own kind of number, addressed upward, without a word of a reminder."""
    text = letter(judged(judge), "ubnd-tinh")
    assert "Số: …/BC-STP" in text
    assert "# BÁO CÁO" in text
    assert "Kính gửi: UBND tỉnh" in text
    assert "Có 01 nội dung đã qua thời hạn" in text
    assert "Kính đề nghị UBND tỉnh xem xét" in text
    assert "(để b/c)" not in text
    for urging in ("đôn đốc", "khẩn trương", "V/v", "quá hạn lâu nhất"):
        assert urging not in text


def test_a_notice_does_not_urge(judge: Judge) -> None:
    """Nothing of so-noi-vu is overdue; II.3 falls due on 5 December, in 10 days."""
    text = letter(judged(judge), "so-noi-vu")
    assert "V/v nội dung sắp đến hạn theo" in text
    assert "có 01 nội dung đến hạn, sớm nhất là ngày 05 tháng 12 năm 2026" in text
    for urging in ("đôn đốc", "khẩn trương", "Tuy nhiên", "Nội dung quá hạn"):
        assert urging not in text


def test_the_letterhead_and_what_wins_over_it(judge: Judge) -> None:
    """Number with its sign, place, position on lines of its own, signer; options come first."""
    run = judged(judge)
    text = letter(run, "so-tai-chinh", Particulars(number="5"))
    for words in (
        "Số: 05/STP-PBGDPL", "Bắc Ninh, ngày 25 tháng 11 năm 2026",
        "KT. GIÁM ĐỐC  \nPHÓ GIÁM ĐỐC  \nNguyễn Văn A",
        "- UBND tỉnh (để b/c);  \n- Giám đốc Sở;  \n- Lưu: VT, PBGDPL.",
        "Kèm theo Công văn số 05/STP-PBGDPL ngày 25 tháng 11 năm 2026 của Sở Tư pháp",
        "chậm nhất ngày … tháng … năm ….",
    ):  # fmt: skip
        assert words in text
    given = Particulars(
        "7/STP", date(2026, 12, 1), date(2026, 12, 10), "Yên Thế", "Giám đốc", "Trần B"
    )
    text = letter(run, "so-tai-chinh", given)
    for words in (
        "Số: 07/STP", "Yên Thế, ngày 01 tháng 12 năm 2026", "GIÁM ĐỐC  \nTrần B",
        "chậm nhất ngày 10 tháng 12 năm 2026.", "đến hết ngày 25 tháng 11 năm 2026",
    ):  # fmt: skip
        assert words in text


def test_an_extension_is_told_as_one(judge: Judge) -> None:
    """The plan's own day stays; to which day and by which letter it was put off stands behind it."""
    decided = (
        "schema: kehoach/decisions@1\nextensions: [{item: II.1, agencies: [so-tai-chinh], due: 2026-09-30,"
        " document: {number: 12/UBND-NC, date: 2026-03-20}}]\n"
    )
    text = letter(judged(judge, **{"decisions.yaml": decided}), "so-tai-chinh")
    told = (
        "31/03/2026 (“trong tháng 3/2026”); gia hạn đến 30/09/2026 theo văn bản số 12/UBND-NC ngày "
    )
    assert f"{told}20/03/2026 | 56 |" in text


def test_what_was_sent_back_and_what_was_explained(judge: Judge) -> None:
    """Both stand beside the debt: the day of the return; the reason and the day that is expected."""
    decided = (
        "schema: kehoach/decisions@1\nreturns: [{item: II.2, period: 2026-Q1, agencies: [so-tai-chinh],"
        " date: 2026-04-10, reason: thiếu biểu, document: {number: 30/STP, date: 2026-04-10}}]\n"
    )
    told = FILES["submissions/so-tai-chinh/2026.yaml"] + (
        "tasks: [{item: II.1, status: in_progress, reason: chờ hướng dẫn, expected: 2026-12-20}]\n"
    )
    more = {"decisions.yaml": decided, "submissions/so-tai-chinh/2026.yaml": told}
    text = letter(judged(judge, **more), "so-tai-chinh")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert any("quý I/2026" in row and "trả lại ngày 10/04/2026" in row for row in rows)
    assert any("lý do: chờ hướng dẫn; dự kiến xong ngày 20/12/2026" in row for row in rows)
    assert "01 nội dung đã báo cáo lý do hoặc ngày dự kiến xong; quá hạn lâu nhất" in text


def test_plans_of_two_offices_are_two_letters(judge: Judge) -> None:
    """No office writes in the name of another."""
    other = (
        FILES["plan_07.yaml"].replace('id: "07"', 'id: "08"')
        .replace("consolidator: so-tu-phap", "consolidator: so-noi-vu")
    )  # fmt: skip
    letters = correspondences(judged(judge, **{"plan_08.yaml": other}), an_id("so-tai-chinh"))
    assert [of.sender for of in letters] == ["so-tu-phap", "so-noi-vu"]
    assert [[plan.id for plan in of.plans] for of in letters] == [["07"], ["08"]]


# --- the memory of reminders --------------------------------------------------------------------


def test_the_second_letter_cites_the_first(judge: Judge) -> None:
    """By number, day and the answer asked for; "lần 2"; the annex says what was reminded of."""
    text = letter(judged(judge, book=LETTER), "so-tai-chinh")
    cited = "Tiếp theo Công văn số 80/STP-PBGDPL ngày 20 tháng 7 năm 2026"
    assert f"{cited} (đề nghị trả lời chậm nhất ngày 05 tháng 8 năm 2026);" in text
    assert "(lần 2)" in text
    assert "01 nội dung đã được đôn đốc trước đây" in text
    assert "đã đôn đốc 01 lần, gần nhất 20/07/2026" in text


@pytest.mark.parametrize(
    ("day", "cited"), [("2026-07-19", False), ("2026-07-20", False), ("2026-07-21", True)]
)
def test_a_letter_is_known_from_its_day_on(judge: Judge, day: str, cited: bool) -> None:
    """Before it was written nobody was reminded; no letter follows up one of its own day."""
    text = letter(judged(judge, day, LETTER), "so-tai-chinh")
    assert ("80/STP-PBGDPL" in text, "(lần 2)" in text) == (cited, cited)


def test_many_letters_are_cited_by_the_last(judge: Judge) -> None:
    """Five letters of five days: the sixth; two of one day, to who merged, are one round."""
    days = ("2026-04-10", "2026-05-10", "2026-06-10", "2026-07-10", "2026-08-10")
    book = "".join(
        ENTRY.format(agency="so-tai-chinh", number=f"{n}/STP", day=day)
        for n, day in enumerate(days)
    )
    book += ENTRY.format(agency="so-ke-hoach", number="9/STP", day="2026-04-10")
    text = letter(judged(judge, book=book), "so-tai-chinh")
    assert "(lần 6)" in text
    assert "03 văn bản đôn đốc trước đó" in text
    assert "đã đôn đốc 05 lần, gần nhất 10/08/2026" in text
    assert text.count("Tiếp theo Công văn") == 3


@pytest.mark.parametrize(
    ("day", "due"), [("2026-04-06", False), ("2026-04-07", True), ("2026-08-18", False),
                     ("2026-08-19", True)]
)  # fmt: skip
def test_whose_turn_it_is(judge: Judge, day: str, due: bool) -> None:
    """Due 31 March; first: 7 days overdue is 7 April. A letter of 20 July; again: 30 days, 19 August."""
    plan = FILES["plan_07.yaml"].replace("deadline: {every: quarter}", "deadline: {by: 2026-12-30}")
    book = LETTER if day > "2026-07" else ""
    found = due_letters(judged(judge, day, book, **{"plan_07.yaml": plan}))
    assert ("so-tai-chinh" in [of.agency for of in found.letters]) == due
    assert ("so-tai-chinh" in [of.agency for of in found.later]) == (not due)
    everybody = due_letters(judged(judge, day, book, **{"plan_07.yaml": plan}), everybody=True)
    assert not everybody.later


def test_who_took_over_was_reminded_by_what_the_forerunner_got(judge: Judge) -> None:
    """so-ke-hoach was written to before it ended: its heir gets the second letter, which says so."""
    plan = FILES["plan_07.yaml"].replace("[so-tai-chinh, so-ke-hoach, so-tu-phap,", "[so-ke-hoach,")
    book = ENTRY.format(agency="so-ke-hoach", number="60/STP", day="2026-05-20")
    text = letter(judged(judge, book=book, **{"plan_07.yaml": plan}), "so-tai-chinh")
    assert "(lần 2)" in text
    assert "Công văn số 60/STP ngày 20 tháng 5 năm 2026 gửi Sở Kế hoạch" in text
    assert "nhận bàn giao từ Sở Kế hoạch" in text


def test_what_has_come_is_no_longer_asked_for(judge: Judge) -> None:
    """A task done after the reminder: neither in the letter nor counted among the earlier ones."""
    done = FILES["submissions/so-tai-chinh/2026.yaml"] + (
        "tasks: [{item: II.1, status: done, completed: 2026-03-20,"
        " evidence: [{number: 1/STC, date: 2026-03-20}]}]\n"
    )
    text = letter(
        judged(judge, book=LETTER, **{"submissions/so-tai-chinh/2026.yaml": done}), "so-tai-chinh"
    )
    assert "Quán triệt" not in text
    assert "lần 2" not in text


_CITED = "document: {number: 1/S, date: 2026-07-20}"
_OF_STC = f"agency: so-tai-chinh, {_CITED}"
_DEBT = "about: [{item: II.1}]"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (f"agency: so-tai-chin, {_CITED}, {_DEBT}", "KH556"),
        (f"{_OF_STC}, about: [{{item: II.9}}]", "KH556"),
        (f"agency: so-noi-vu, {_CITED}, {_DEBT}", "KH556"),
        (f"{_OF_STC}, about: []", "KH556"),
        (f"{_OF_STC}, plan: '06', {_DEBT}", "KH556"),
        (f"{_OF_STC}, about: [{{item: II.2, period: 2025-Q1}}]", "KH556"),
        (f"agency: so-tai-chinh, document: {{number: 1/S, date: 2026-03-31}}, {_DEBT}", "KH557"),
        (f"{_OF_STC}, reply_by: 2026-07-20, {_DEBT}", "KH558"),
        (f"{_OF_STC}, about: [{{item: II.1}}, {{item: II.1}}]", "KH559"),
        (f"agency: so-tai-chinh, document: {{number: 1/S, date: 2199-01-01}}, {_DEBT}", "KH560"),
        (f"agency: so-tai-chinh, document: {{number: …/S, date: 2026-07-20}}, {_DEBT}", "KH560"),
        (f"{_OF_STC}, {_DEBT}", ""),
        (f"agency: so-ke-hoach, {_CITED}, {_DEBT}", ""),
    ],
)
def test_entries_that_remember_nothing(judge: Judge, entry: str, code: str) -> None:
    """Each is found once, by the kind of slip; an entry as it should be is not."""
    found = [each.rule.code for each in judged(judge, book=f"  - {{{entry}}}\n").wrong]
    assert [each for each in found if each.startswith("KH55") or each == "KH560"] == [code] * bool(
        code
    )
