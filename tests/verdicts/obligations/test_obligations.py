"""Who owes what by when: groups at the due date, roles, quotas, and what was decided later."""

from datetime import date
from typing import Any

import pytest

from builders import D, Scene, a_plan, a_registry, an_item, some_decisions
from kehoach.calendar import vietnam
from kehoach.model.agencies import Registry
from kehoach.verdicts.obligations import Obligation

YEARLY = {"every": "year", "before": "12-02"}


def _owing(scene: Scene, as_of: str = "2030-01-01") -> list[tuple[str, str, str, str]]:
    """Return item, period, agency and role of everything owed."""
    return [
        (each.key.item, each.key.period, each.agency, each.role)
        for each in scene.docket(as_of).obligations
    ]


def _only(scene: Scene, as_of: str) -> Obligation:
    """Return the only obligation."""
    (only,) = scene.docket(as_of).obligations
    return only


# ── Groups and agencies over time ─────────────────────────────────────────────────────────────────
MERGED = a_registry(
    {"id": "so-ke-hoach-dau-tu", "valid": {"to": "2025-02-28"}, "successors": ["so-tai-chinh"]},
    "so-tai-chinh",
    {"id": "so-dan-toc-ton-giao", "valid": {"from": "2025-03-01"}},
    groups=[
        {"id": "cac-so", "members": ["so-ke-hoach-dau-tu", "so-tai-chinh", "so-dan-toc-ton-giao"]}
    ],
)


def test_a_group_is_resolved_at_the_due_date() -> None:
    """Departments merged on 2025-03-01: the report of 2024 is owed by the old, of 2025 by the new."""
    plan = a_plan(an_item("1", YEARLY, "report", implement=["cac-so"]), first="2024-01-01",
                  last="2025-12-31")  # fmt: skip
    assert _owing(Scene(plan, MERGED)) == [
        ("1", "2024", "so-ke-hoach-dau-tu", "implement"),
        ("1", "2024", "so-tai-chinh", "implement"),
        ("1", "2025", "so-tai-chinh", "implement"),
        ("1", "2025", "so-dan-toc-ton-giao", "implement"),
    ]


@pytest.mark.parametrize(
    ("by", "agencies"),
    [
        ("2025-02-27", ["so-ke-hoach-dau-tu", "so-tai-chinh"]),
        ("2025-02-28", ["so-ke-hoach-dau-tu", "so-tai-chinh"]),
        ("2025-03-01", ["so-tai-chinh", "so-dan-toc-ton-giao"]),
    ],
)
def test_both_ends_of_validity_are_inclusive(by: str, agencies: list[str]) -> None:
    """The last day of the old body is its own, the next day the new one's."""
    plan = a_plan(an_item("1", {"by": by}, implement=["cac-so"]))
    assert [agency for _, _, agency, _ in _owing(Scene(plan, MERGED))] == agencies


def test_a_group_is_resolved_after_rolling() -> None:
    """Nominally due on Sunday 2025-03-02 or, rolled back, on Friday 2025-02-28: other members."""
    found = []
    for roll in ("next", "previous"):
        plan = a_plan(an_item("1", {"by": "2025-03-02"}, implement=["cac-so"]), roll=roll)
        scene = Scene(plan, MERGED, calendar=vietnam())
        found.append([agency for _, _, agency, _ in _owing(scene)])
    assert found == [
        ["so-tai-chinh", "so-dan-toc-ton-giao"],
        ["so-ke-hoach-dau-tu", "so-tai-chinh"],
    ]


def test_an_agency_named_by_itself_keeps_its_duty_after_its_end() -> None:
    """A duty laid on a body by name is not lost with it; it passes to a successor when judged."""
    plan = a_plan(an_item("1", {"within": "2026"}, lead=["so-ke-hoach-dau-tu"]))
    assert _owing(Scene(plan, MERGED)) == [("1", "once", "so-ke-hoach-dau-tu", "lead")]


def test_an_agency_not_yet_founded_owes_nothing() -> None:
    """Named by itself or in a group: nobody owes before they exist."""
    plan = a_plan(an_item("1", {"within": "2024"}, implement=["so-dan-toc-ton-giao"]))
    assert _owing(Scene(plan, MERGED)) == []


def test_groups_in_groups() -> None:
    """“các sở, cơ quan, UBND cấp huyện”: an agency in two of the groups owes once."""
    registry = a_registry(groups=[
        {"id": "cac-so", "members": ["a", "b"]},
        {"id": "tat-ca", "members": ["cac-so", "c", "b"]},
    ])  # fmt: skip
    plan = a_plan(an_item("1", implement=["tat-ca", "a"]))
    assert [agency for _, _, agency, _ in _owing(Scene(plan, registry))] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "groups",
    [
        [{"id": "x", "members": ["x", "a"]}],
        [{"id": "x", "members": ["y", "a"]}, {"id": "y", "members": ["x", "b"]}],
        [{"id": "x", "members": ["y"]}, {"id": "y", "members": ["z"]},
         {"id": "z", "members": ["x", "y", "a"]}],
    ],
)  # fmt: skip
def test_a_cycle_of_groups_ends(groups: list[dict[str, Any]]) -> None:
    """A group that contains itself still has its agencies, and is expanded in finite time."""
    plan = a_plan(an_item("1", implement=["x"]))
    found = {agency for _, _, agency, _ in _owing(Scene(plan, a_registry(groups=groups)))}
    assert found == {"a", "b"} & {m for group in groups for m in group["members"]}


def test_an_open_group_is_never_expanded() -> None:
    """“các cơ quan có liên quan” is an open set: words, owed by nobody in particular."""
    registry = a_registry(groups=[{"id": "co-quan-lien-quan", "open": "true"}])
    plan = a_plan(an_item("1", lead=["a"], coordinate=["co-quan-lien-quan"]))
    docket = Scene(plan, registry).docket("2021-06-01")
    assert [each.agency for each in docket.obligations] == ["a"]
    assert docket.coordinators == ()


def test_an_unknown_id_is_nobody() -> None:
    """It is a finding elsewhere; here the known ones are still listed."""
    plan = a_plan(an_item("1", implement=["so-la", "a"]))
    assert [agency for _, _, agency, _ in _owing(Scene(plan))] == ["a"]


# ── Roles ─────────────────────────────────────────────────────────────────────────────────────────
def test_an_agency_in_two_roles_owes_once_as_lead() -> None:
    """“chủ trì” weighs more than "thực hiện", whichever stands first."""
    groups = [{"id": "cac-so", "members": ["a", "b", "c"]}]
    plan = a_plan(an_item("1", implement=["cac-so"], lead=["b"]))
    found = _owing(Scene(plan, a_registry(groups=groups)))
    assert sorted((agency, role) for _, _, agency, role in found) == [
        ("a", "implement"), ("b", "lead"), ("c", "implement"),
    ]  # fmt: skip


def test_coordinating_owes_nothing() -> None:
    """Only ``lead`` and ``implement`` owe; "phối hợp" is shown beside."""
    docket = Scene(a_plan(an_item("1", lead=["a"], coordinate=["b", "c"]))).docket("2021-06-01")
    assert [each.agency for each in docket.obligations] == ["a"]
    assert [agency for _, agency in docket.coordinators] == ["b", "c"]


def test_coordinating_passes_to_heirs() -> None:
    """Whoever stands in a body's place at the due date coordinates; both once where they meet."""
    registry = a_registry(
        "a",
        {"id": "cu-1", "valid": {"to": "2025-02-28"}, "successors": ["moi"]},
        {"id": "cu-2", "valid": {"to": "2025-02-28"}, "successors": ["moi", "a"]},
        {"id": "het", "valid": {"to": "2025-06-30"}},
        {"id": "moi", "valid": {"from": "2025-03-01"}},
    )
    items = [
        an_item("truoc", {"by": "2025-01-15"}, lead=["a"], coordinate=["cu-1", "cu-2"]),
        an_item("sau", {"by": "2025-12-15"}, lead=["a"], coordinate=["cu-1", "cu-2", "het"]),
    ]
    docket = Scene(a_plan(*items), registry).docket("2025-12-31")
    assert [(demand.item.id, agency) for demand, agency in docket.coordinators] == [
        ("truoc", "cu-1"), ("truoc", "cu-2"), ("sau", "moi"), ("sau", "a"), ("sau", "het"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "heirs"),
    [
        ("2023-12-31", ("x",)),
        ("2024-01-01", ("y", "z")),
        ("2025-01-01", ("y", "w")),
        ("2026-01-01", ("w",)),
        ("2027-01-01", ()),
    ],
)
def test_heirs_over_time(day: str, heirs: tuple[str, ...]) -> None:
    """Split in two, one of which is succeeded in turn, the other ends with nobody after it."""
    registry = a_registry(
        {"id": "x", "valid": {"to": "2023-12-31"}, "successors": ["y", "z"]},
        {"id": "y", "valid": {"to": "2025-12-31"}},
        {"id": "z", "valid": {"to": "2024-12-31"}, "successors": ["w"]},
        {"id": "w", "valid": {"to": "2026-12-31"}, "successors": ["x"]},
    )
    assert registry.heirs_on("x", D(day)) == heirs


# ── Periods that have begun ───────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("as_of", "listed"),
    [
        ("2020-12-31", []),
        ("2021-01-01", [("1", "2021"), ("2", "once")]),
        ("2022-12-31", [("1", "2021"), ("1", "2022"), ("2", "once")]),
        ("2023-06-30", [("1", "2021"), ("1", "2022"), ("1", "2023"), ("2", "once")]),
        ("2024-01-01", [("1", "2021"), ("1", "2022"), ("1", "2023"), ("1", "2024"), ("2", "once"),
                        ("3", "once")]),
    ],
)  # fmt: skip
def test_what_has_not_begun_is_not_listed(as_of: str, listed: list[tuple[str, str]]) -> None:
    """The report of 2024 is not owed in 2023, nor a review "vào năm 2024"."""
    plan = a_plan(
        an_item("1", YEARLY, "report"),
        an_item("2", {"by": "2023-06-30"}),
        an_item("3", {"within": "2024"}),
        last="2024-12-31",
    )
    scene = Scene(plan)
    assert [(item, period) for item, period, *_ in _owing(scene, as_of)] == listed
    assert len(scene.docket(as_of).demands) == 6, "the plan's whole life is known all the same"


@pytest.mark.parametrize(
    ("rule", "first_due"),
    [
        ({"every": "half-year", "by": ["05-30", "10-31"]}, "2021-10-31"),
        ({"every": "year", "before": "02-15"}, "2022-02-14"),
        ({"every": "year", "before": "12-02"}, "2021-12-01"),
        ({"every": "quarter"}, "2021-06-30"),
    ],
)
def test_nothing_was_due_before_the_plan(rule: dict[str, Any], first_due: str) -> None:
    """A plan of June 2021 asks for no report by 30 May 2021: nobody could have known."""
    scene = Scene(a_plan(an_item("1", rule, "report"), first="2021-06-01"))
    assert scene.docket("2026-12-31").obligations[0].due == D(first_due)
    assert scene.docket("2021-05-31").obligations == (), "nor is anything owed before it began"


def test_two_deadlines_of_one_item_are_two_obligations() -> None:
    """“Sơ kết năm 2024, tổng kết năm 2026”: neither hides the other."""
    plan = a_plan(an_item("1", [{"within": "2024"}, {"within": "2026"}]))
    assert [each.due for each in Scene(plan).docket("2026-01-01").obligations] == [
        D("2024-12-31"), D("2026-12-31"),
    ]  # fmt: skip
    assert len(Scene(plan).verdicts("2026-01-01")) == 2


# ── Quotas ────────────────────────────────────────────────────────────────────────────────────────
def test_quotas() -> None:
    """II.4.2: "UBND tỉnh … ít nhất 02 lĩnh vực", the others one; the naming quota wins."""
    registry = a_registry(
        "ubnd-tinh", "so-y-te", "ubnd-huyen", groups=[{"id": "huyen", "members": ["ubnd-huyen"]}]
    )
    quota = [{"at_least": "1"}, {"agencies": ["huyen"], "at_least": "3"},
             {"agencies": ["ubnd-tinh"], "at_least": "2", "unit": "lĩnh vực"}]  # fmt: skip
    everyone = ["ubnd-tinh", "so-y-te", "ubnd-huyen"]
    plan = a_plan(an_item("1", {"within": "2021"}, implement=everyone, quota=quota))
    owed = Scene(plan, registry).docket("2021-06-01").obligations
    assert [(each.agency, each.quota.at_least) for each in owed if each.quota] == [
        ("ubnd-tinh", 2), ("so-y-te", 1), ("ubnd-huyen", 3),
    ]  # fmt: skip


def test_no_quota_for_those_it_does_not_name() -> None:
    """A quota for one agency binds no other."""
    item = an_item("1", implement=["a", "b"], quota=[{"agencies": ["b"], "at_least": "2"}])
    owed = Scene(a_plan(item)).docket("2021-06-01").obligations
    assert [(each.agency, each.quota is None) for each in owed] == [("a", True), ("b", False)]


# ── Decisions ─────────────────────────────────────────────────────────────────────────────────────
REPORTS = a_plan(an_item("1", YEARLY, "report", implement=["a", "b"]), last="2022-12-31")


def _letter(day: str) -> dict[str, str]:
    return {"number": "15/UBND-NC", "date": day}


def _dues(scene: Scene, as_of: str) -> dict[tuple[str, str], date | None]:
    return {(o.agency, o.key.period): o.due for o in scene.docket(as_of).obligations}


@pytest.mark.parametrize(
    ("extension", "extended"),
    [
        ({"item": "1"}, {("a", "2021"), ("b", "2021"), ("a", "2022"), ("b", "2022")}),
        ({"item": "1", "period": "2021"}, {("a", "2021"), ("b", "2021")}),
        ({"item": "1", "agencies": ["a"]}, {("a", "2021"), ("a", "2022")}),
        ({"item": "1", "agencies": ["nhom-b"], "period": "2022"}, {("b", "2022")}),
        ({"item": "2"}, set()),
        ({"item": "1", "plan": "07"}, set()),
    ],
)
def test_whom_an_extension_concerns(
    extension: dict[str, Any], extended: set[tuple[str, str]]
) -> None:
    """Item, period and agencies; what it leaves out, it means all of."""
    day = D("2023-01-31")
    registry = a_registry(groups=[{"id": "nhom-b", "members": ["b"]}])
    scene = Scene(REPORTS, registry, some_decisions(extensions=[{**extension, "due": str(day)}]))
    dues = _dues(scene, "2022-12-31")
    assert {key for key, due in dues.items() if due == day} == extended


def test_an_extension_keeps_the_original_day() -> None:
    """Gia hạn: "the original deadline never changes" (domain.md, States and counts)."""
    extension = {"item": "1", "due": "2022-03-31", "document": _letter("2021-12-20")}
    scene = Scene(a_plan(an_item()), decisions=some_decisions(extensions=[extension]))
    owed = _only(scene, "2022-01-01")
    assert (owed.due, owed.demand.due) == (D("2022-03-31"), D("2021-12-31"))


def test_what_was_decided_later_does_not_apply_earlier() -> None:
    """Judged at an earlier day, a letter not yet written extends, excuses and asks nothing."""
    decisions = some_decisions(
        extensions=[{"item": "1", "due": "2022-03-31", "document": _letter("2022-01-10")}],
        waivers=[{"item": "1", "reason": "thiên tai", "document": _letter("2022-02-10")}],
    )
    scene = Scene(a_plan(an_item()), decisions=decisions)
    states = [(bool(_only(scene, day).granted), _only(scene, day).waiver is not None)
              for day in ("2022-01-09", "2022-01-10", "2022-02-09", "2022-02-10")]  # fmt: skip
    assert states == [(False, False), (True, False), (True, False), (True, True)]


def test_a_decision_without_a_dated_document_never_counts() -> None:
    """An extension nobody can look up is no extension."""
    decisions = some_decisions(
        extensions=[{"item": "1", "due": "2022-03-31", "document": {"number": "15/UBND-NC"}}]
    )
    assert _only(Scene(a_plan(an_item()), decisions=decisions), "2029-01-01").extensions == ()


def test_a_waiver_ends_with_its_last_day() -> None:
    """Miễn "đến hết ngày": inclusive; the obligation counts again after it."""
    waiver = {"item": "1", "reason": "thiên tai", "until": "2021-10-31", "agencies": ["a"]}
    scene = Scene(a_plan(an_item()), decisions=some_decisions(waivers=[waiver]))
    assert _only(scene, "2021-10-31").waiver is not None
    assert _only(scene, "2021-10-31").lapsed is None
    after = _only(scene, "2021-11-01")
    assert after.waiver is None
    # It counts again, and says so.
    assert after.lapsed is not None
    assert after.lapsed.until == date(2021, 10, 31)


def test_requests_bind_those_they_name() -> None:
    """“các chế độ báo cáo khác theo yêu cầu”: nothing until a letter asks, and of whom it asks."""
    item = an_item("1", {"on_request": "true"}, "report", implement=["a", "b"])
    decisions = some_decisions(requests=[
        {"item": "1", "due": "2021-10-05", "document": _letter("2021-09-20"), "agencies": ["b"]},
        {"item": "1", "due": "2021-11-05", "document": _letter("2021-10-20")},
        {"item": "1", "due": "2021-12-05", "document": _letter("2021-11-20"), "agencies": ["la"]},
    ])  # fmt: skip
    scene = Scene(a_plan(item), decisions=decisions)
    assert _owing(scene, "2021-09-19") == []
    assert _owing(scene, "2021-09-20") == [("1", "2021-10-05", "b", "implement")]
    assert _owing(scene) == [
        ("1", "2021-10-05", "b", "implement"),
        ("1", "2021-11-05", "a", "implement"),
        ("1", "2021-11-05", "b", "implement"),
    ], "a request to somebody unknown binds nobody, and never everybody"


def test_what_the_plan_only_requests_does_not_bind() -> None:
    """Items 9 and 10, "Đề nghị …": listed, and never to be overdue; nor is an aspiration."""
    items = [
        an_item("1", binding="requested"),
        an_item("2", {"within": "2021", "aspirational": "true"}),
        an_item("3"),
    ]
    owed = Scene(a_plan(*items)).docket("2021-06-01").obligations
    assert [each.binding for each in owed] == [False, False, True]


# ── The registry itself ───────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("day", "name"),
    [("2024-01-31", "UBND huyện Việt Yên"), ("2024-02-01", "UBND thị xã Việt Yên")],
)
def test_a_body_bears_the_name_of_the_day(day: str, name: str) -> None:
    """Huyện Việt Yên became a thị xã on 2024-02-01 and stayed the same body."""
    registry: Registry = a_registry(
        {
            "id": "ubnd-viet-yen",
            "name": "UBND huyện Việt Yên",
            "names": [{"name": "UBND thị xã Việt Yên", "from": "2024-02-01"}],
        }
    )
    assert registry.agency["ubnd-viet-yen"].name_on(D(day)) == name
