"""The JSON Schemas of the files: true of every file that works, and with words for every key."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files as files_of
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from editor_yaml import as_edited
from kehoach.contract import key_words as words
from kehoach.contract.editor_schema import MODELS
from kehoach.contract.key_words import HIDDEN, key_words, meaning
from kehoach.contract.schemas import FILES, LISTS, schema_text
from kehoach.model.fields import Record
from kehoach.run.rulebook import all_rules

WRITTEN = (*FILES, *LISTS)
ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"```yaml\n(schema: kehoach/(\w+)@1\n.*?)```", re.DOTALL)
_DEADLINE = re.compile(r"^\| .+ \| `(\{.+\})` \| (?:—|[\d, -]+) \|$", re.MULTILINE)
_MORE = {"title", "examples", "values"}
_KIND = re.compile(r"^schema: kehoach/(\w+)@1$", re.MULTILINE)
PAGE = (ROOT / "docs" / "en" / "files.md").read_text(encoding="utf-8")
PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch
period: {from: 2026-01-01, to: 2026-12-31}
items:
  - id: "1"
    kind: task
    title: Một
    text: Làm.
    lead: [so-tai-chinh]
"""


def validator(kind: str) -> Draft202012Validator:
    schema = json.loads(schema_text(kind))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def wrong(kind: str, text: str) -> list[str]:
    """Return what an editor would underline."""
    return [each.message for each in validator(kind).iter_errors(as_edited(text))]


def models(model: type[BaseModel] = Record) -> Iterator[type[BaseModel]]:
    """Yield every model of a record."""
    for each in model.__subclasses__():
        yield each
        yield from models(each)


def in_files() -> list[type[BaseModel]]:
    """Return the models that some file may hold."""
    named = {name for kind in WRITTEN for name in json.loads(schema_text(kind)).get("$defs", {})}
    return [each for each in models() if each.__name__ in named or each in MODELS.values()]


def files() -> Iterator[Any]:
    """Yield every file that is shipped, and every whole example of the page of files."""
    for path in sorted((ROOT / "data").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        kind = _KIND.search(text)
        assert kind is not None, path
        yield pytest.param(kind[1], text, id=path.relative_to(ROOT).as_posix())
    for text, kind in _BLOCK.findall(PAGE):
        yield pytest.param(kind, text, id=f"files.md {kind}")
    for rule in all_rules():
        if rule.example and (found := _KIND.search(rule.example.good)):
            yield pytest.param(found[1], rule.example.good, id=f"{rule.code} {found[1]}")


@pytest.mark.parametrize(("kind", "text"), [*files()])
def test_a_file_that_works_is_not_underlined(kind: str, text: str) -> None:
    assert wrong(kind, text) == []


DEADLINES = [
    *_DEADLINE.findall(PAGE),
    "[{within: 2026}, {continuous: true, from: 2027}]",
    "{every: week, by: {weekday: friday}, time: 16:00}",
    "{every: half-year, before: [{month: last, day: 15}, 12-10], until: 2030}",
    "{when: nhan-van-ban, minus: 10 days, roll: previous}",
]


@pytest.mark.parametrize("deadline", DEADLINES)
def test_every_form_of_deadline_is_known_to_the_editor(deadline: str) -> None:
    assert wrong("plan", f"{PLAN}    deadline: {deadline}\n") == []


@pytest.mark.parametrize(
    "deadline",
    [
        "{within: 30/6/2026}",
        "{within: 2026, befor: 2026}",
        "{evry: year}",
        "{every: yearly}",
        "{every: year, before: 2/12}",
        "{event: x, plus: 5 workdays}",
        "{event: x, when: [y]}",
        "{continuous: false}",
        "{within: 2026, roll: forward}",
        "{within: 2026, time: 25:00}",
        "[]",
        "2026",
    ],
)
def test_a_deadline_that_is_none_is_underlined(deadline: str) -> None:
    assert wrong("plan", f"{PLAN}    deadline: {deadline}\n")


@pytest.mark.parametrize(
    "entry",
    ["item: II", "item: 1", "item: 1.10", "item: NO", "item: true", "item: 2, period: 2026"],
)
def test_numbers_of_items_are_text_however_they_look(entry: str) -> None:
    """Every scalar is text until a model asks for a type."""
    text = f"schema: kehoach/submission@1\nplan: 06\nagency: so-y-te\nreports: [{{{entry}}}]\n"
    assert wrong("submission", text) == []


def test_every_key_has_words_and_all_words_have_a_key() -> None:
    used = set()
    for model in in_files():
        keys = [field.alias or name for name, field in model.model_fields.items()]
        for key in ("", *(key for key in keys if (model.__name__, key) not in HIDDEN)):
            said = meaning(model, key)
            assert said is not None, (model.__name__, key)
            assert said.said.vi.strip() != said.said.en.strip()
            used |= {
                (each.__name__, key)
                for each in model.__mro__
                if key in key_words().get(each.__name__, {})
            }
    assert used == {(model, key) for model, keys in key_words().items() for key in keys}


def test_every_kind_of_file_has_a_model() -> None:
    assert (*MODELS,) == WRITTEN


def test_the_file_of_words_holds_nothing_that_is_not_read() -> None:
    """A word that stands nowhere is not seen by an editor; a shared one is meant by several."""
    tables = json.loads(files_of(words.__package__).joinpath(words.FILE).read_text("utf-8"))
    shared = tables.pop(words.SHARED)
    entries = [entry for table in tables.values() for entry in table.values()]
    meant = Counter(entry["as"] for entry in entries if "as" in entry)
    assert meant.keys() == shared.keys()
    assert min(meant.values()) > 1
    for entry in (*shared.values(), *entries):
        assert entry.keys() in ({"as"}, {"vi", "en"} | (entry.keys() & _MORE))


@pytest.mark.parametrize("kind", WRITTEN)
def test_every_key_of_a_schema_is_described_vietnamese_first(kind: str) -> None:
    schema = json.loads(schema_text(kind))
    for record in (schema, *schema.get("$defs", {}).values()):
        if "properties" not in record:  # a choice of records, no record
            continue
        assert " · " in record["title"]
        for value in (record, *record["properties"].values()):
            vi, en, *_ = value["description"].split("\n\n")
            assert vi
            assert en


@pytest.mark.parametrize("kind", WRITTEN)
def test_the_meanings_of_values_are_those_of_the_values_there_are(kind: str) -> None:
    schema = json.loads(schema_text(kind))
    records_ = (schema, *schema.get("$defs", {}).values())
    for key, value in (pair for each in records_ for pair in each.get("properties", {}).items()):
        allowed = value.get("enum", [])
        assert len(value.get("enumDescriptions", allowed)) == len(allowed), key
        for each in filter(None, allowed):
            assert f"- {each}: " in value["description"], key


@pytest.mark.parametrize("kind", WRITTEN)
def test_examples_are_values_that_may_stand_there(kind: str) -> None:
    """An editor inserts them."""
    schema = json.loads(schema_text(kind))
    records_ = (schema, *schema.get("$defs", {}).values())
    for key, value in (pair for each in records_ for pair in each.get("properties", {}).items()):
        for example in value.get("examples", ()):
            whole = {**value, "$defs": schema.get("$defs", {})}
            assert Draft202012Validator(whole).is_valid(example), (key, example)


def test_the_schemas_say_nothing_that_only_python_means() -> None:
    for kind in WRITTEN:
        text = schema_text(kind)
        assert "``" not in text
        assert "x-expected" not in text
        assert '"default": 99' not in text
        assert '"default": null' not in text
