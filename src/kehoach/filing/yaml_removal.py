"""Entries taken out of a list in a YAML file that people keep: every other byte stays as it is."""

from collections.abc import Collection, Iterable

from yaml import Node

from kehoach.filing.yaml_insertion import CannotInsert, composed, last_mark, node_at, said_by


def removed(text: str, name: str, gone: Collection[int]) -> str:
    """Return the text of a file without some entries of the list of that name, written a line each or more.

    Raises:
        CannotInsert: the entries do not stand on lines of their own, as reading the result shows.
    """
    root = composed(text)
    key, node = node_at(root, (name,))
    if node.value[0].start_mark.line == key.start_mark.line:
        raise CannotInsert
    taken = _lines(node.value[index] for index in gone)
    lines = [each for line, each in enumerate(text.split("\n")) if line not in taken]
    if len(gone) == len(node.value):
        line, column = key.end_mark.line, key.end_mark.column + 1
        lines[line] = f"{lines[line][:column]} []{lines[line][column:]}"
    made, wanted = "\n".join(lines), said_by(root)
    wanted[name] = [each for index, each in enumerate(wanted[name]) if index not in gone]
    if said_by(composed(made)) != wanted:
        raise CannotInsert
    return made


def _lines(entries: Iterable[Node]) -> set[int]:
    """Return the numbers of the lines, from 0, on which entries stand."""
    return {
        line for each in entries for line in range(each.start_mark.line, last_mark(each).line + 1)
    }
