"""What a command takes: which parameters, what each means, what can be chosen."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Any, TypeAlias, get_args, get_type_hints

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


def opened(action: Callable[..., int]) -> Callable[..., int]:
    """Return a command in which each set of options is laid out into its options."""
    hints = get_type_hints(action, include_extras=True)
    sets: dict[str, Any] = {name: kind for name, kind in hints.items() if is_dataclass(kind)}
    if not sets:
        return action

    @wraps(action)
    def command(**given: Any) -> int:
        for name, kind in sets.items():
            given[name] = kind(**{each.name: given.pop(each.name) for each in fields(kind)})
        return action(**given)

    laid = [*_laid(action, hints, sets)]
    command.__signature__ = inspect.Signature(laid)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in laid}
    return command


def _laid(
    action: Callable[..., int], hints: dict[str, Any], sets: dict[str, Any]
) -> Iterator[inspect.Parameter]:
    """Yield the parameters of a command, those of a set in its place."""
    for name, each in inspect.signature(action).parameters.items():
        if name not in sets:
            yield each.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[name])
            continue
        kinds = get_type_hints(sets[name], include_extras=True)
        for option in fields(sets[name]):
            yield inspect.Parameter(
                option.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=option.default,
                annotation=kinds[option.name],
            )
