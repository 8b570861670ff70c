"""What is added to a file that people keep: all that stood there stands there still."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kehoach.filing.yaml_insertion import Addition, CannotInsert, inserted

_BLOCK = """\
# Danh sách
agencies:
  - id: a   # của A
    name: 'Sở  A'

  # nhóm hai
  - id: b
    name: >-
      Sở
      B
# cuối

groups:
  - id: g
    members: [a]  # hai
"""


@pytest.mark.parametrize(
    ("text", "addition", "expected"),
    [
        (  # behind the last entry, above the comment that follows it
            _BLOCK,
            Addition(("agencies",), ({"id": "c", "name": "Sở C, D"},)),
            _BLOCK.replace("      B\n", '      B\n  - id: c\n    name: "Sở C, D"\n'),
        ),
        (_BLOCK, Addition(("groups", 0, "members"), ("b", "c")), _BLOCK.replace("[a]", "[a, b, c]")),
        (
            _BLOCK,
            Addition(("agencies", 0), ({"short": "SA"},)),
            _BLOCK.replace("'Sở  A'\n", "'Sở  A'\n    short: SA\n"),
        ),
        (
            _BLOCK.rstrip("\n"),
            Addition(("groups",), ({"id": "h", "members": ("a", "b")},)),
            _BLOCK + "  - id: h\n    members: [a, b]",
        ),
        (
            "a: 1\nagencies:\n- {id: x, name: X}\n",
            Addition(("agencies",), ({"id": "z", "name": "Z"},)),
            "a: 1\nagencies:\n- {id: x, name: X}\n- {id: z, name: Z}\n",
        ),
        (
            "agencies: [{id: x}]\n",
            Addition(("agencies", 0), ({"committers": ("a@b.vn",)},)),
            'agencies: [{id: x, committers: ["a@b.vn"]}]\n',
        ),
        (
            "agencies:\n  - id: x\n",
            Addition(("groups",), ({"id": "g", "members": ("x",)},)),
            "agencies:\n  - id: x\ngroups:\n  - id: g\n    members: [x]\n",
        ),
        ("agencies: []  # trống\nb: 1\n", Addition(("agencies",), ({"id": "x"},)),
         "agencies:  # trống\n  - id: x\nb: 1\n"),
        ("agencies:\nb: 1\n", Addition(("agencies",), ({"id": "x"},)),
         "agencies:\n  - id: x\nb: 1\n"),
        (  # a list over several lines goes on so, its last comma kept
            "m: [\n    # một\n    a, b,\n    c,  # ba\n  ]\n",
            Addition(("m",), ("d", "e")),
            "m: [\n    # một\n    a, b,\n    c,\n    d, e  # ba\n  ]\n",
        ),
        ("m:\n  - a\n  - b # hai\n", Addition(("m",), ("c",)), "m:\n  - a\n  - b # hai\n  - c\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_everything_else_stays(text: str, addition: Addition, expected: str, line_end: str) -> None:
    made = inserted(text.replace("\n", line_end), [addition])
    assert made == expected.replace("\n", line_end)


def test_the_registry_of_plan_06_keeps_every_line() -> None:
    text = (Path(__file__).parents[2] / "data" / "agencies.yaml").read_text(encoding="utf-8")
    made = inserted(
        text,
        [
            Addition(("agencies",), ({"id": "moi", "name": "Sở Mới"},)),
            Addition(("agencies", 3), ({"committers": ("a@b.vn",)},)),
            Addition(("groups", 3, "members"), ("moi",)),
            Addition(("groups",), ({"id": "nhom-moi", "name": "nhóm mới", "members": ("moi",)},)),
        ],
    )
    kept = iter(made.splitlines())
    lost = [line for line in text.splitlines() if line not in kept]
    assert len(lost) <= 1, lost  # the one that ends the list of members got a comma


_WORDS = st.sampled_from(
    ["a", "'q  q'", '"x: y"', "06", "[]", "[a, 'b']", "{k: v}", ">-\n      dài\n      hơn",
     "|\n      hai\n\n      dòng", "# chỉ chú thích", ""]
)  # fmt: skip
_REST = st.sampled_from(["", "  # chú thích", "\n", "\n# giữa", "\n\n    # thụt"])


@given(
    st.lists(st.tuples(_WORDS, _REST), min_size=1, max_size=4), st.booleans(), st.text(max_size=12)
)
def test_every_line_stays_whatever_a_file_is_like(
    values: list[tuple[str, str]], deep: bool, name: str
) -> None:
    """Or it is refused; what is read afterwards is what was there and what was added."""
    lines = [f"  - id: n{at}\n    v: {words}{rest}" for at, (words, rest) in enumerate(values)]
    text = "list:\n" + "\n".join(lines) + ("\nafter: 1\n" if deep else "\n")
    before = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - all scalars as text
    try:
        made = inserted(text, [Addition(("list",), ({"id": "new", "name": name},))])
    except CannotInsert:
        return
    after = yaml.load(made, yaml.BaseLoader)  # noqa: S506
    assert after == before | {"list": [*before["list"], {"id": "new", "name": name}]}
    kept = iter(made.split("\n"))
    assert all(line in kept for line in text.rstrip("\n").split("\n"))
