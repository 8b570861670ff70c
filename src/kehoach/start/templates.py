"""The files that a new repository starts from, as they lie in this package (``files/``)."""

from collections.abc import Mapping
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel

from kehoach.reading.model_values import validate
from kehoach.reading.yaml_files.yaml_text import read_mapping

M = TypeVar("M", bound=BaseModel)
_PACKAGE = files("kehoach.start").joinpath("files")


def template(name: str, values: Mapping[str, str]) -> str:
    """Return the text of a template, with each ``@name@`` replaced by its value."""
    return filled(_PACKAGE.joinpath(*name.split("/")).read_text(encoding="utf-8"), values)


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
