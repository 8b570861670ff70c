"""The files that a new repository starts from, as they lie in this package (``files/``)."""

from collections.abc import Mapping
from importlib.resources import files


def template(name: str, values: Mapping[str, str]) -> str:
    """Return the text of a template, with each ``@name@`` replaced by its value."""
    text = files("kehoach").joinpath("start", "files", *name.split("/")).read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    return text
