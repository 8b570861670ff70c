"""What a YAML text says, all words as they stand, without making a node of each.

The nodes of a registry of 19,000 bodies, two megabytes of text, took 70.
"""

from collections.abc import Callable, Iterator
from sys import intern
from typing import Any

import yaml

from kehoach.reading.yaml_files.yaml_loader import Loader


def said_in(text: str) -> Any:
    """Return what the one document of a text says: dicts, lists and words.

    Raises:
        yaml.YAMLError: it is no YAML, holds several, or refers to itself.
    """
    take = Loader(text).get_event
    take()
    if isinstance(take(), yaml.StreamEndEvent):
        return ""
    said = _said(take(), take)
    take()
    if not isinstance(take(), yaml.StreamEndEvent):
        raise yaml.YAMLError
    return said


def _said(event: yaml.Event, take: Callable[[], Any]) -> Any:
    """Return what begins with an event."""
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        return [*_parts(take, yaml.SequenceEndEvent)]
    if not isinstance(event, yaml.MappingStartEvent):
        raise yaml.YAMLError
    parts = _parts(take, yaml.MappingEndEvent)
    return {intern(str(key)): value for key, value in zip(parts, parts, strict=True)}


def _parts(take: Callable[[], Any], end: type[yaml.Event]) -> Iterator[Any]:
    """Yield what stands in a list, or the keys and values of a mapping in turn."""
    while not isinstance(event := take(), end):
        yield _said(event, take)
