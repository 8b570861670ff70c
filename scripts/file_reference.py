"""The reference of all files as Markdown, from their JSON Schemas and nothing else."""

import json
import re
from collections.abc import Iterator

from pydantic.json_schema import JsonSchemaValue

from kehoach.contract.schemas import FILES, LISTS, schema_text
from kehoach.words import LANGUAGES, Lang, Text

_HEAD = Text(
    """# Tra cứu các tệp

Mọi khoá của mọi tệp, lấy từ [JSON Schema](../schemas) mà trình soạn thảo dùng; ví dụ đầy đủ ở
[files.md](files.md). **Đậm** là bắt buộc; *chữ* và *số* viết như ví dụ; […] là một danh sách.
""",
    """# Reference of all files

Every key of every file, from the [JSON Schemas](../schemas) that editors use; [files.md](files.md) has
whole examples. **Bold** is required; *text* and *number* are written as the examples show; […] is a list.
""",
)
_NAMES = {
    "plan": "data/plan_*.yaml",
    "agencies": "data/agencies.yaml",
    "submission": "data/submissions/<agency>/*.yaml",
    "decisions": "data/decisions.yaml",
    "receipts": "data/receipts.yaml",
    "reminders": "data/reminders.yaml",
    "calendar": "data/calendar.yaml",
    "checks": "data/checks.yaml",
    "portfolio": "portfolio.yaml",
}
_COLUMNS = Text("| Khoá | Kiểu | Nghĩa |", "| Key | Type | Meaning |")
_TYPES = {
    "string": Text("chữ", "text"),
    "boolean": Text("`true` `false`", "`true` `false`"),
    "integer": Text("số", "number"),
    "object": Text("khoá: chữ", "key: text"),
}
_BETWEEN = " · "  # divides Vietnamese from English where a schema has room for one text only
_A_CHOICE = ""  # the title of what is no record, but a choice of several: a deadline
_A_DEADLINE = Text("một thời hạn", "a deadline")
_NO_ANCHOR = re.compile(r"[^\w\s-]")


def reference_page(lang: Lang) -> str:
    """Return the page: a section a kind of file, a table a record, each record once."""
    seen: set[str] = set()
    return _HEAD.to(lang) + "".join(
        part for kind in (*FILES, *LISTS) for part in _file(kind, seen, lang)
    )


def _file(kind: str, seen: set[str], lang: Lang) -> Iterator[str]:
    schema = json.loads(schema_text(kind))
    yield f"\n## {_one(schema['title'], lang)}: `{_NAMES[kind]}`\n\n"
    yield f"{_words(schema, lang)[0]}\n\n{_table(schema, schema, lang)}"
    for name in _in_order(schema):
        record = schema["$defs"][name]
        if record.get("title", _A_CHOICE) not in (*seen, _A_CHOICE):
            seen.add(record["title"])
            yield f"\n### {_one(record['title'], lang)}\n\n"
            yield f"{_words(record, lang)[0]}\n\n{_table(schema, record, lang)}"


def _one(both: str, lang: Lang) -> str:
    """Return one language of what stands in both; what is the same in both stands once."""
    return both.split(_BETWEEN)[LANGUAGES.index(lang)] if _BETWEEN in both else both


def _in_order(schema: JsonSchemaValue) -> list[str]:
    """Return the records of a file in the order in which its keys lead to them."""
    found: list[str] = []
    ahead = [*_named(schema["properties"])]
    while ahead:
        name = ahead.pop(0)
        if name not in found:
            found.append(name)
            ahead = [*_named(schema["$defs"][name]), *ahead]
    return found


def _named(node: object) -> Iterator[str]:
    """Yield the names of the records that a part of a schema refers to."""
    if isinstance(node, dict) and "$ref" in node:
        yield node["$ref"].rpartition("/")[2]
    for below in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from _named(below)


def _table(schema: JsonSchemaValue, record: JsonSchemaValue, lang: Lang) -> str:
    required = record.get("required", [])
    keys = sorted(record["properties"], key=lambda key: key not in required)
    titles = {name: each.get("title", _A_CHOICE) for name, each in schema.get("$defs", {}).items()}
    return f"{_COLUMNS.to(lang)}\n|---|---|---|\n" + "".join(
        _row(key, record["properties"][key], key in required, titles, lang) for key in keys
    )


def _row(
    key: str, value: JsonSchemaValue, required: bool, titles: dict[str, str], lang: Lang
) -> str:
    meaning, values = _words(value, lang)
    name = f"**`{key}`**" if required else f"`{key}`"
    more = "".join(f"<br>{_one(line, lang)}" for line in values)
    return f"| {name} | {_type(value, titles, lang)} | {_cell(meaning + more)} |\n"


def _words(node: JsonSchemaValue, lang: Lang) -> tuple[str, list[str]]:
    """Return the words of a key, and what each value means: ``- next: …``."""
    meaning, values = node["description"].split("\n\n")[:2], node["description"].split("\n\n")[2:]
    lines = [line for part in values for line in part.splitlines()]
    return meaning[LANGUAGES.index(lang)], [_value(line, lang) for line in lines]


def _value(line: str, lang: Lang) -> str:
    """Return the line of a value in one language: ``- name: …``."""
    name, colon, meaning = line.partition(": ")
    return f"{name}{colon}{_one(meaning, lang)}"


def _type(value: JsonSchemaValue, titles: dict[str, str], lang: Lang) -> str:
    """Return what may stand there: fixed values, or the kinds of value with examples."""
    if fixed := [each for each in value.get("enum", [value.get("const")]) if each is not None]:
        return " ".join(
            f"`{each if isinstance(each, str) else json.dumps(each)}`" for each in fixed
        )
    kinds = [*dict.fromkeys(_kinds(value, titles, lang))]
    if len(kinds) > 1 and kinds[-1] == f"[{', '.join(kinds[:-1])}]":
        kinds[-1] = "[…]"
    shown = ", ".join(kinds)
    examples = ", ".join(f"`{each}`" for each in value.get("items", value).get("examples", []))
    return f"{shown}: {examples}" if examples else shown


def _kinds(value: JsonSchemaValue, titles: dict[str, str], lang: Lang) -> Iterator[str]:
    """Yield the kinds of value that may stand there; a record is a link to its table."""
    if "$ref" in value:
        title = titles[value["$ref"].rpartition("/")[2]]
        yield _A_DEADLINE.to(lang) if title == _A_CHOICE else _link(_one(title, lang))
    for choice in (*value.get("anyOf", ()), *value.get("oneOf", ())):
        yield from _kinds(choice, titles, lang)
    types = value.get("type", [])
    kinds = ({types} if isinstance(types, str) else {*types}) - {"null"}
    if kinds == {"array"}:
        yield f"[{', '.join(dict.fromkeys(_kinds(value['items'], titles, lang)))}]"
    elif "string" in kinds:
        yield _TYPES["string"].to(lang)
    else:
        yield from (_TYPES[kind].to(lang) for kind in kinds)


def _link(title: str) -> str:
    """Return a link to the heading, by the anchor that GitHub and GitLab give it."""
    anchor = _NO_ANCHOR.sub("", title.lower()).replace(" ", "-")
    return f"[{title}](#{anchor})"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
