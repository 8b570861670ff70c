"""The reference of all files as Markdown, from their JSON Schemas and nothing else."""

import json
import re
from collections.abc import Iterator

from pydantic.json_schema import JsonSchemaValue

from kehoach.contract.schemas import FILES, schema_text

_HEAD = """# Tra cứu các tệp · File reference

Mọi khoá của mọi tệp, lấy từ [JSON Schema](schemas) mà trình soạn thảo dùng; ví dụ đầy đủ ở
[files.md](files.md). **Đậm** là bắt buộc; chữ và số viết như ví dụ; […] là một danh sách. · Every key
of every file, from the JSON Schemas that editors use; [files.md](files.md) has whole examples. **Bold**
is required; *chữ* is text, *số* a number, each written as the examples show; […] is a list.
"""
_NAMES = {
    "plan": "data/plan_*.yaml",
    "agencies": "data/agencies.yaml",
    "submission": "data/submissions/<agency>/*.yaml",
    "decisions": "data/decisions.yaml",
    "receipts": "data/receipts.yaml",
    "calendar": "data/calendar.yaml",
}
_COLUMNS = "| Khoá · Key | Kiểu · Type | Nghĩa | Meaning |\n|---|---|---|---|\n"
_TYPES = {"string": "chữ", "boolean": "`true` `false`", "integer": "số", "object": "khoá: chữ"}
_NO_ANCHOR = re.compile(r"[^\w\s-]")


def reference_page() -> str:
    """Return the page: a section a kind of file, a table a record, each record once."""
    seen: set[str] = set()
    return _HEAD + "".join(part for kind in FILES for part in _file(kind, seen))


def _file(kind: str, seen: set[str]) -> Iterator[str]:
    schema = json.loads(schema_text(kind))
    vi, en = _words(schema)[:2]
    yield f"\n## {schema['title']}: `{_NAMES[kind]}`\n\n{vi}  \n{en}\n\n{_table(schema, schema)}"
    for name in _in_order(schema):
        record = schema["$defs"][name]
        if record["title"] not in seen:
            seen.add(record["title"])
            vi, en = _words(record)[:2]
            yield f"\n### {record['title']}\n\n{vi}  \n{en}\n\n{_table(schema, record)}"


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


def _table(schema: JsonSchemaValue, record: JsonSchemaValue) -> str:
    required = record.get("required", [])
    keys = sorted(record["properties"], key=lambda key: key not in required)
    titles = {name: each["title"] for name, each in schema.get("$defs", {}).items()}
    return _COLUMNS + "".join(
        _row(key, record["properties"][key], key in required, titles) for key in keys
    )


def _row(key: str, value: JsonSchemaValue, required: bool, titles: dict[str, str]) -> str:
    vi, en, values = _words(value)
    name = f"**`{key}`**" if required else f"`{key}`"
    more = "".join(f"<br>{line}" for line in values.splitlines())
    return f"| {name} | {_type(value, titles)} | {_cell(vi + more)} | {_cell(en)} |\n"


def _words(node: JsonSchemaValue) -> tuple[str, str, str]:
    """Return the words of a key: in Vietnamese, in English, and what each value means."""
    vi, en, *values = node["description"].split("\n\n")
    return vi, en, "".join(values)


def _type(value: JsonSchemaValue, titles: dict[str, str]) -> str:
    """Return what may stand there: fixed values, or the kinds of value with examples."""
    if fixed := [each for each in value.get("enum", [value.get("const")]) if each is not None]:
        return " ".join(
            f"`{each if isinstance(each, str) else json.dumps(each)}`" for each in fixed
        )
    kinds = [*dict.fromkeys(_kinds(value, titles))]
    if len(kinds) > 1 and kinds[-1] == f"[{', '.join(kinds[:-1])}]":
        kinds[-1] = "[…]"
    shown = ", ".join(kinds)
    examples = ", ".join(f"`{each}`" for each in value.get("items", value).get("examples", []))
    return f"{shown}: {examples}" if examples else shown


def _kinds(value: JsonSchemaValue, titles: dict[str, str]) -> Iterator[str]:
    """Yield the kinds of value that may stand there; a record is a link to its table."""
    if "$ref" in value:
        yield _link(titles[value["$ref"].rpartition("/")[2]])
    for choice in (*value.get("anyOf", ()), *value.get("oneOf", ())):
        yield from _kinds(choice, titles)
    types = value.get("type", [])
    kinds = ({types} if isinstance(types, str) else {*types}) - {"null"}
    if kinds == {"array"}:
        yield f"[{', '.join(dict.fromkeys(_kinds(value['items'], titles)))}]"
    elif "string" in kinds:
        yield _TYPES["string"]
    else:
        yield from (_TYPES[kind] for kind in kinds)


def _link(title: str) -> str:
    """Return a link to the heading, by the anchor that GitHub and GitLab give it."""
    anchor = _NO_ANCHOR.sub("", title.lower()).replace(" ", "-")
    return f"[{title.partition(' · ')[0]}](#{anchor})"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
