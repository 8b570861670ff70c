"""YAML as an editor reads it: the core schema of YAML 1.2, in which ``06`` is six and ``NO`` is text.

The program reads every scalar as text; the JSON Schemas are checked by editors, on such values.
"""

import re
from typing import Any

import yaml


class Core(yaml.SafeLoader):
    """Resolves plain scalars by the core schema of YAML 1.2.2, section 10.3.2."""


Core.yaml_implicit_resolvers = {}
for _tag, _pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), None)
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, 10))


def as_edited(text: str) -> Any:
    """Return the value of a file as an editor has it."""
    return yaml.load(text, Core)  # noqa: S506 - a safe loader with other words for numbers
