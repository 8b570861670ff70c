"""Findings in a format, as the tests of formats ask for them."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple, get_args

from kehoach.reading.folder import DataFolder
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.run import Question, Run, answer
from kehoach.terminal.screen import Screen
from kehoach.words import Lang

LANGUAGES: tuple[Lang, ...] = get_args(Lang)
MakeFolder = Callable[..., DataFolder]


def output(name: str, run: Run, lang: Lang = "vi") -> str:
    return "".join(CHECK_FORMATS[name](run, Screen(lang=lang, everything=True)))


def many(folder: MakeFolder) -> Run:
    """Return verdicts on the shipped plan with nothing sent: hundreds of delays."""
    return answer(folder(shipped=True), "data/", Question(date(2021, 12, 15), git=False))


# ── GitHub ──────────────────────────────────────────────────────────────────────────────────────


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


# src/Runner.Common/ActionCommand.cs: what stands for what, in this order, in each of both places.
DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
PROPERTIES = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def obeyed(log: str) -> Iterator[Command]:
    """Yield the commands in a log.

    The runner takes a line that begins with ``::``, white space aside, for one, and an old one,
    ``##[``, anywhere in a line; a line ends at any line end that .NET knows.
    """
    for line in re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", log):
        text = line.strip()
        if not text.startswith("::"):
            assert "##[" not in text
            continue
        head, separator, message = text[2:].partition("::")
        assert separator
        name, _, given = head.partition(" ")
        pairs = (pair.split("=", 1) for pair in given.split(",") if pair)
        properties = {key: unescaped(value, PROPERTIES) for key, value in pairs}
        yield Command(name, properties, unescaped(message, DATA))


def unescaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for written, meant in signs:
        text = text.replace(written, meant)
    return text


def annotations(log: str) -> list[Command]:
    found = [each for each in obeyed(log) if each.name not in ("group", "endgroup")]
    assert {each.name for each in found} <= {"error", "warning", "notice"}
    return found


# ── SARIF ───────────────────────────────────────────────────────────────────────────────────────


def closed(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object with these properties, all of them needed, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


TEXT = closed(text={"type": "string", "minLength": 1})
LEVEL = {"enum": ["none", "note", "warning", "error"]}
LINE = {"type": "integer", "minimum": 1}
LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
# The parts of SARIF 2.1.0 that are used, each by the section that defines it.
SARIF = closed(  # 3.13
    **{"$schema": {"type": "string", "pattern": "sarif-schema-2\\.1\\.0\\.json$"}},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "minItems": 1,
        "items": closed(  # 3.14
            tool=closed(
                driver=closed(  # 3.19
                    name={"const": "kehoach"},
                    version={"type": "string"},
                    language=LANGUAGE,
                    rules={
                        "type": "array",
                        "uniqueItems": True,
                        "items": closed(  # 3.49
                            id={"type": "string"},
                            shortDescription=TEXT,
                            fullDescription=TEXT,
                            help=TEXT,
                            defaultConfiguration=closed(level=LEVEL),
                        ),
                    },
                )
            ),
            language=LANGUAGE,
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            invocations={"type": "array", "items": closed(executionSuccessful={"const": True})},
            results={
                "type": "array",
                "items": closed(  # 3.27
                    ruleId={"type": "string"},
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=TEXT,
                    locations={
                        "type": "array",
                        "items": closed(
                            physicalLocation=closed(
                                artifactLocation=closed(
                                    uri={"type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$"},
                                    uriBaseId={"const": "%SRCROOT%"},
                                ),
                                region=closed(startLine=LINE, startColumn=LINE),
                            )
                        ),
                    },
                    partialFingerprints={
                        "type": "object",
                        "additionalProperties": {"type": "string"},
                    },
                ),
            },
            properties={"type": "object"},
        ),
    },
)
