"""The files that a new repository starts from, as they lie in this package (``files/``)."""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel

from kehoach.reading.model_values import validate
from kehoach.reading.yaml_files.yaml_text import read_mapping
from kehoach.words import LANGUAGES, Lang

M = TypeVar("M", bound=BaseModel)
_PACKAGE = files("kehoach.start").joinpath("files")


def template(name: str, values: Mapping[str, str], lang: Lang = "vi") -> str:
    """Return the text of a template, with each ``@name@`` replaced by its value.

    A line that begins with ``vi|`` or ``en|`` stands in that language alone.
    """
    text = _PACKAGE.joinpath(*name.split("/")).read_text(encoding="utf-8")
    others = "|".join(each for each in LANGUAGES if each != lang)
    text = re.sub(rf"^(?:{others})\|.*\n", "", text, flags=re.MULTILINE)
    return filled(re.sub(rf"^{lang}\|", "", text, flags=re.MULTILINE), values)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with each ``@name@`` replaced by its value."""
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    return text


def record(model: type[M], text: str) -> M:
    """Return what a YAML file of ours says."""
    data, _ = read_mapping(text, "", "")
    found, wrong = validate(model, data, "")
    assert found is not None, wrong  # noqa: S101 - the file is ours
    return found
