"""What a command takes: which parameters, what each means, what can be chosen."""

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias, get_args

from typer.core import TyperArgument, TyperOption

from kehoach.words import Text

Parameter: TypeAlias = TyperArgument | TyperOption
# Choices stand in the metavar: "vi|en", "error,warning,never"; "ITEM|KHnnn" is none.
_CHOICES = re.compile(r"[a-z][a-z-]*([|,][a-z][a-z-]*)+")


def parameters(of: Iterable[object]) -> list[Parameter]:
    """Return parameters by the types that typer gives them."""
    return [each for each in of if isinstance(each, TyperArgument | TyperOption)]


def choices(metavar: str) -> list[str]:
    """Return what can be chosen, by how it is shown; nothing where anything can be given."""
    return re.split("[|,]", metavar) if _CHOICES.fullmatch(metavar) else []


def meanings(action: Callable[..., int]) -> dict[str, Text]:
    """Return what each parameter of a command's function means, by its name.

    A parameter is written ``Annotated[type, typer.Option(…), Text("…", "…")]``.
    """
    return {
        name: said
        for name, annotation in action.__annotations__.items()
        for said in get_args(annotation)[1:]  # of Annotated: typer's part, and ours
        if isinstance(said, Text)
    }
