"""What a YAML text says, without nodes: the words of each value, as they stand."""

import tracemalloc
from typing import Any

import pytest
import yaml

from kehoach.filing.said_yaml import said_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 06\nb: [no, 1.10, '']\nc:\n", {"a": "06", "b": ["no", "1.10", ""], "c": ""}),
        ("- {id: a}\n- |\n  ba\n", [{"id": "a"}, "ba\n"]),
        ("a: 1\na: 2\n", {"a": "2"}),
        ("# lời\n", ""),
        ("x\n", "x"),
    ],
)
def test_words_are_kept_as_they_stand(text: str, said: Any) -> None:
    assert said_in(text) == said


@pytest.mark.parametrize("text", ["a: [", "a: &x 1\nb: *x\n", "a: 1\n---\nb: 2\n"])
def test_what_is_not_one_value_without_references_is_refused(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        said_in(text)


def test_what_a_file_says_is_read_without_making_nodes() -> None:
    """Of two thousand entries: each dict has some three hundred bytes, each word sixty."""
    entries = (f"  - {{id: a{n}, name: Sở {n}, short: S{n}}}\n" for n in range(2_000))
    text = f"agencies:\n{''.join(entries)}"
    tracemalloc.start()
    said = said_in(text)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(said["agencies"]) == 2_000
    assert most < 2_500_000
