"""Claims and bodies for the tests of judging."""

from typing import Any

from hypothesis import strategies as st

from builders import (
    D,
    Mapping,
    a_filing,
    an_item,
    some_decisions,
)
from kehoach.verdicts.assessment import Assessment
from kehoach.words.statuses import Status


def state(verdict: Assessment) -> tuple[Status, int | None]:
    return verdict.status, verdict.days


# ── Agencies that ended ───────────────────────────────────────────────────────────────────────────
def body(id_: str, to: str | None = None, *successors: str) -> Mapping:
    return {"id": id_, **({"valid": {"to": to}} if to else {}), "successors": list(successors)}


# ── Laws ──────────────────────────────────────────────────────────────────────────────────────────
ITEMS = {
    "trong": an_item("trong", {"within": "2021"}, implement=["tat-ca"]),
    "ngay": an_item("ngay", {"by": "2021-06-30"}, lead=["a"], implement=["tat-ca"]),
    "it-nhat": an_item("it-nhat", {"every": "year"}, implement=["b", "c"], quota=[{"at_least": "2"}]),
    "bc": an_item("bc", {"every": "half-year", "by": ["05-30", "10-31"]}, "report",
                  implement=["tat-ca"]),
    "tx": an_item("tx", {"continuous": "true"}, implement=["a", "c"]),
    "cho": an_item("cho", {"event": "su-kien", "plus": "2 months"}, lead=["b"]),
    "dn": an_item("dn", {"by": "2021-09-30"}, implement=["c"], binding="requested"),
    "aim": an_item("aim", {"by": "2021-09-30", "aspirational": "true"}, implement=["a"]),
}  # fmt: skip
PERIODS = [None, "once", "2021", "2022", "2021-H1", "2021-H2", "2022-H1"]
days = st.dates(D("2021-01-01"), D("2022-12-31"))


@st.composite
def entries(draw: st.DrawFn) -> tuple[str, Mapping]:
    """Draw an entry and the part of the file in which it stands."""
    item, period = draw(st.sampled_from(sorted(ITEMS))), draw(st.sampled_from(PERIODS))
    entry: Mapping = {"item": item, **({"period": period} if period else {})}
    if item == "bc":
        return "reports", {**entry, "nil": draw(st.sampled_from(["true", "false"]))}
    entry["status"] = draw(st.sampled_from(["done", "done", "in_progress"]))
    if entry["status"] == "in_progress" and draw(st.booleans()):
        entry["expected"] = str(draw(days))
    if draw(st.booleans()):
        entry["completed"] = str(draw(days))
    if draw(st.booleans()):
        entry["quantity"] = draw(st.sampled_from("123"))
    return "tasks", entry


@st.composite
def filings(draw: st.DrawFn) -> Any:
    """Draw a file of one of the agencies."""
    drawn = draw(st.lists(entries(), min_size=1, max_size=4))
    parts = {part: [entry for at, entry in drawn if at == part] for part in ("reports", "tasks")}
    number = draw(st.sampled_from(["1/BC", "2/BC", None]))
    return a_filing(draw(st.sampled_from("abc")), str(draw(days)), **parts, number=number)


@st.composite
def decisions(draw: st.DrawFn, returning: bool = True) -> Any:
    """Draw an event, an extension, a waiver, pauses and returns, decided on some day or not at all."""

    def letter() -> Mapping:
        return {"document": {"number": "1/QĐ", "date": str(draw(days))}}

    kinds: dict[str, list[Mapping]] = {}
    if draw(st.booleans()):
        kinds["events"] = [{"id": "su-kien", "date": str(draw(days)), **letter()}]
    if draw(st.booleans()):
        kinds["extensions"] = [
            {"item": draw(st.sampled_from(sorted(ITEMS))), "due": str(draw(days)), **letter()}
        ]
    if draw(st.booleans()):
        until = {"until": str(draw(days))} if draw(st.booleans()) else {}
        item = draw(st.sampled_from(sorted(ITEMS)))
        kinds["waivers"] = [{"item": item, "reason": "thiên tai", **until, **letter()}]
    for kind, least in (("pauses", ()), *([("returns", ("period",))] if returning else [])):
        kinds[kind] = [
            {"item": draw(st.sampled_from(sorted(ITEMS))), "reason": "chờ", **letter(),
             **({"from": str(draw(days))} if kind == "pauses" else {}),
             **{key: draw(st.sampled_from(PERIODS[1:])) for key in least if draw(st.booleans())},
             **({"until": str(draw(days))} if kind == "pauses" and draw(st.booleans()) else {})}
            for _ in range(draw(st.integers(0, 2)))
        ]  # fmt: skip
    return some_decisions(**kinds)
