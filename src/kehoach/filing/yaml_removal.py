"""Entries taken out of a list in a YAML file that people keep: every other byte stays as it is."""

from collections.abc import Collection

import yaml

from kehoach.diagnostics import Route
from kehoach.filing.yaml_insertion import CannotInsert, last_mark, node_at, said_by
from kehoach.reading.yaml_files.yaml_loader import Loader


def removed(text: str, route: Route, gone: Collection[int]) -> str:
    """Return the text of a file without some entries of the list at ``route``, written a line each or more.

    Raises:
        CannotInsert: the entries do not stand on lines of their own, as reading the result shows.
    """
    root = yaml.compose(text, Loader=Loader)
    key, node = node_at(root, route)
    lines = text.split("\n")
    for index in sorted(gone, reverse=True):
        entry = node.value[index]
        del lines[entry.start_mark.line : last_mark(entry).line + 1]
    if len(gone) == len(node.value):
        line, column = key.end_mark.line, key.end_mark.column + 1
        lines[line] = f"{lines[line][:column]} []{lines[line][column:]}"
    made, wanted = "\n".join(lines), said_by(root)
    whole = wanted
    for step in route[:-1]:
        whole = whole[step]
    whole[route[-1]] = [each for n, each in enumerate(whole[route[-1]]) if n not in gone]
    try:
        if said_by(yaml.compose(made, Loader=Loader)) == wanted:
            return made
    except yaml.YAMLError:
        pass
    raise CannotInsert
