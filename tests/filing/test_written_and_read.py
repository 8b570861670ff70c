"""What the program writes into any kind of file it reads back as the same, and nothing else is touched."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timezone
from email import message_from_string, policy
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from builders import D
from contract.random_folders import Files, folders, judged, on_disk
from kehoach.document.blocks import Addressee, Message, Prose
from kehoach.document.eml import eml
from kehoach.filing.office_files import with_added
from kehoach.filing.yaml_insertion import Addition
from kehoach.model.agencies import Registry
from kehoach.model.check_settings import CheckSettings
from kehoach.model.decisions import Decisions
from kehoach.model.fields import Record
from kehoach.model.holidays import Holidays
from kehoach.model.receipts import RegistryBook
from kehoach.model.reminders import Reminders
from kehoach.pages.status_page import summary_json
from kehoach.portfolio.small_results import read_result
from kehoach.reading.file_reading import read_file
from kehoach.verdicts.evidence.arrival_log import Arrival, begun, parsed
from kehoach.words.yaml_words import block, scalar
from laws import law
from verdicts.laws.drawn import DAYS

laws = law(20)
few = law(2)
_SIGNS = st.characters(codec="utf-8")
_TRAPS = st.sampled_from("a:#-?[]{}!&*|>%@`'\"\\,\n\t NO0~=<ạ\u2028\x85\x1b\x00😀")
WORDS = st.one_of(
    st.text(_SIGNS, min_size=1, max_size=25), st.text(_TRAPS, min_size=1, max_size=12)
).map(lambda words: unicodedata.normalize("NFC", words))
DAY = DAYS.map(str)
DOCUMENT = st.fixed_dictionaries({"number": WORDS, "date": DAY}, optional={"title": WORDS})
ITEM = st.from_regex(r"\A[IVX]{1,3}(\.[1-9a-zđ]){0,2}\Z")
ID = st.from_regex(r"\A[a-z0-9]{1,6}(-[a-z0-9]{1,4})?\Z")
BODIES = st.lists(ID, min_size=1, max_size=3).map(tuple)


def _entry(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(keys, optional={"note": WORDS})


_DUTY = {"item": ITEM, "agencies": BODIES, "document": DOCUMENT}
KINDS: dict[tuple[str, str], tuple[type[Record], st.SearchStrategy[dict[str, Any]]]] = {
    ("decisions", "events"): (Decisions, _entry(id=ID, date=DAY, document=DOCUMENT)),
    ("decisions", "requests"): (Decisions, _entry(due=DAY, **_DUTY)),
    ("decisions", "extensions"): (Decisions, _entry(due=DAY, **_DUTY)),
    ("decisions", "waivers"): (Decisions, _entry(reason=WORDS, **_DUTY)),
    ("decisions", "returns"): (Decisions, _entry(reason=WORDS, date=DAY, **_DUTY)),
    ("decisions", "pauses"): (Decisions, _entry(**{"reason": WORDS, "from": DAY}, **_DUTY)),
    ("receipts", "receipts"): (RegistryBook, _entry(agency=ID, received=DAY, document=DOCUMENT, by=WORDS)),
    ("reminders", "reminders"): (
        Reminders, _entry(agency=ID, document=DOCUMENT, about=st.just(({"item": "II.1"},)))
    ),
    ("calendar", "also_off"): (Holidays, st.fixed_dictionaries({"date": DAY, "name": WORDS})),
    ("checks", "ignore"): (
        CheckSettings,
        st.fixed_dictionaries({"rule": st.just("KH410"), "reason": WORDS, "until": DAY, "file": WORDS}),
    ),
    ("agencies", "agencies"): (Registry, st.fixed_dictionaries({"id": ID, "name": WORDS, "short": WORDS})),
}  # fmt: skip
REMARK = "# sổ của văn phòng: đừng xoá"


def _read(raw: bytes, kind: str, model: type[Record]) -> Any:
    reading = read_file(raw, f"{kind}.yaml", model, kind)
    assert reading.content is not None
    assert [each.rule.code for each in reading.findings] == []
    return reading.content


@laws
@given(st.sampled_from(sorted(KINDS)), st.data())
def test_an_entry_of_the_office_is_read_as_it_was_meant(
    of: tuple[str, str], data: st.DataObject
) -> None:
    """Into a new file and behind what stands there, of every kind that is kept by hand."""
    (kind, key), (model, entries) = of, KINDS[of]
    schema = f"kehoach/{kind}@1"
    first, second = data.draw(entries), data.draw(entries)
    begun_ = with_added(None, schema, [Addition((key,), (first,))])
    kept = f"{REMARK}\n".encode() + begun_ + f"{REMARK}\n".encode()
    grown = with_added(kept, schema, [Addition((key,), (second,))])
    for raw, told in ((begun_, [first]), (kept, [first]), (grown, [first, second])):
        wanted = model.model_validate({"schema": schema, key: told})
        assert _read(raw, kind, model) == wanted
    lines = grown.decode().splitlines()
    assert [line for line in kept.decode().splitlines() if line not in lines] == []


@laws
@given(WORDS)
def test_words_are_the_same_to_every_reader_of_yaml(words: str) -> None:
    """YAML 1.1 by PyYAML, which would take many for a number or a truth value, and our own."""
    text = f"key: {scalar(words)}\n"
    assert yaml.safe_load(text) == {"key": words}
    head = "schema: kehoach/checks@1\nignore:\n  - rule: KH410\n    until: 2022-01-01\n"
    raw = f"{head}    reason: {scalar(words)}\n"
    assert _read(raw.encode(), "checks", CheckSettings).ignore[0].reason == words


@laws
@given(st.lists(WORDS, min_size=1, max_size=4).map("\n".join), st.integers(0, 4))
def test_words_of_several_lines_are_the_same_as_a_block(words: str, deep: int) -> None:
    text = "".join(f"{' ' * each}k:\n" for each in range(deep)) + block("key", words, deep)
    said = yaml.safe_load(text)
    for _ in range(deep):
        said = said["k"]
    assert said == {"key": words}


COMMITS = st.text("0123456789abcdef", min_size=40, max_size=40)
MOMENTS = st.integers(946_684_800, 7_258_118_399).map(
    lambda at: datetime.fromtimestamp(at, timezone.utc)
)
ARRIVALS = st.builds(Arrival, COMMITS, MOMENTS, st.text(_SIGNS, max_size=30))


@laws
@given(ARRIVALS, st.lists(ARRIVALS, max_size=4))
def test_the_arrival_log_is_read_as_it_was_written(head: Arrival, told: list[Arrival]) -> None:
    """Whoever pushes under whatever name: one line each, none of which says anything else."""
    text = begun(head) + "".join(each.written() for each in told)
    since, arrivals, malformed = parsed(text.split("\n")[:-1])
    assert malformed == []
    assert since is not None
    assert (since.commit, since.moment) == (head.commit, head.moment)
    assert [(each.commit, each.moment) for each in arrivals] == [
        (each.commit, each.moment) for each in told
    ]


def _result(text: str) -> Any:
    """Return what is read of a small result in a file."""
    with TemporaryDirectory() as place:
        path = Path(place, "ket-qua.json")
        path.write_text(text, encoding="utf-8")
        return read_result(path)


@few
@given(folders(), DAYS)
def test_a_small_result_is_read_as_it_was_written(files: Files, as_of: Any) -> None:
    with on_disk(files) as folder:
        text = summary_json(judged(folder, as_of), "vi")
    outcome = _result(text)
    assert outcome.why is None
    assert outcome.result == json.loads(text)


@few
@given(folders(), DAYS, st.sampled_from(["overdue", "done_late", "in_term", "assigned"]))
def test_a_small_result_that_was_touched_does_not_count(
    files: Files, as_of: Any, name: str
) -> None:
    """One more or less anywhere, and its parts no longer add up."""
    with on_disk(files) as folder:
        found = json.loads(summary_json(judged(folder, as_of), "vi"))
    found["summary"][name] += 1
    assert _result(json.dumps(found)).why is not None


@laws
@given(WORDS, st.lists(WORDS, min_size=1, max_size=3), WORDS)
def test_a_mail_is_read_as_it_was_written(subject: str, said: list[str], name: str) -> None:
    """By Python's own reader: one subject, one recipient, and the words in its text."""
    assume(any(each.isalnum() for each in subject))
    letter = Message(
        subject, tuple(map(Prose, said)), "vi", D("2026-11-28"), to=Addressee("a@b.vn", name)
    )
    mail = message_from_string(eml(letter), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail.defects == []
    assert [each.addr_spec for each in mail["to"].addresses] == ["a@b.vn"]
    assert set(_signs(subject)) <= set(_signs(mail["subject"]))
    body = mail.get_body(("plain",))
    assert body is not None
    told = _signs(body.get_content())
    for each in said:
        assert _signs(each) in told


def _signs(words: str) -> str:
    """Return the letters and figures of some words, which no escape and no fold of lines changes."""
    return "".join(sign for sign in words if sign.isalnum())


def test_every_kind_of_file_that_the_office_keeps_is_written_to() -> None:
    """The table above is of all of them: a new kind of file has to be put there too."""
    kept: Mapping[str, object] = {kind: 0 for kind, _ in KINDS}
    assert {*kept} == {"decisions", "receipts", "reminders", "calendar", "checks", "agencies"}
