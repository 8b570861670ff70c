"""The least number that fulfils, of whom the plan names and of whoever comes in their place."""

from builders import Mapping, Scene, a_key, a_plan, a_registry, an_item


def _body(id_: str, *heirs: str) -> Mapping:
    return {"id": id_, "valid": {"to": "2021-03-31"}, "successors": [*heirs]}


def test_of_each_its_own_and_of_heirs_the_greatest() -> None:
    """Debts of three, five and two come to one body; a body that owes the same goes by its own."""
    registry = a_registry(
        _body("x", "moi"), _body("y", "giua"), _body("z", "moi"), _body("giua", "moi"), "moi", "khac",
        _body("w", "khac"),
    )  # fmt: skip
    quota = [
        {"at_least": "3", "agencies": ["x"]}, {"at_least": "5", "agencies": ["y"]},
        {"at_least": "2", "agencies": ["z"]}, {"at_least": "1", "agencies": ["khac"]},
        {"at_least": "9", "agencies": ["w"]},
    ]  # fmt: skip
    plan = a_plan(
        an_item("1", {"by": "2021-06-30"}, implement=["x", "y", "z", "w", "khac"], quota=quota),
        an_item("2", {"by": "2021-06-30"}, implement=["x"]),
    )
    least = Scene(plan, registry).docket("2021-12-31").least
    assert least == {
        a_key("06", "1", agency, "once"): number
        for agency, number in (
            ("x", 3), ("y", 5), ("z", 2), ("w", 9), ("khac", 1), ("giua", 5), ("moi", 5)
        )
    }  # fmt: skip
