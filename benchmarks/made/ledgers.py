"""The same submissions as journals for the checkers of ledgers: a transaction a file, a posting an entry.

One journal holds them all: of the ways to lay out a journal the fastest to check. An included file
for each transaction costs hledger four times as long.
"""

from pathlib import Path

from made.office import items_of
from made.reports import NOTES, number_of
from made.shape import Shape, Slot, dice, filed_on

LEDGER, BEANS = "so.journal", "so.beancount"


def write_ledgers(place: Path, shape: Shape) -> None:
    """Write both journals into a new folder."""
    place.mkdir(parents=True)
    slots = sorted(shape.slots(), key=filed_on)
    tasks = [item for item, _ in items_of(shape)]
    ledger = "\n".join(_ledger(shape, each, tasks) for each in slots)
    (place / LEDGER).write_text(ledger, encoding="utf-8")
    accounts = [f"Assets:{_bean(item)}" for item in tasks] + ["Liabilities:Giao"]
    opened = "".join(f"2020-01-01 open {each} VIEC\n" for each in accounts)
    beans = "\n".join(_beans(shape, each, tasks) for each in slots)
    (place / BEANS).write_text(opened + beans, encoding="utf-8")


def _ledger(shape: Shape, slot: Slot, tasks: list[str]) -> str:
    agency = shape.agency(slot.place, slot.month)
    postings = "".join(
        f"    viec:{item}:{agency}      1 viec  ; {NOTES[dice(slot.index, item) % len(NOTES)]}\n"
        for item in tasks
    )
    head = (
        f"{filed_on(slot)} * ({number_of(slot)}) Báo cáo của {agency}  ; plan:{slot.plan + 7:02}\n"
    )
    return f"{head}{postings}    giao:{agency}\n"


def _beans(shape: Shape, slot: Slot, tasks: list[str]) -> str:
    agency = shape.agency(slot.place, slot.month)
    postings = "".join(
        f"  Assets:{_bean(item)}  1 VIEC ; {NOTES[dice(slot.index, item) % len(NOTES)]}\n"
        for item in tasks
    )
    head = f'{filed_on(slot)} * "{agency}" "Báo cáo {number_of(slot)}"\n'
    return f"{head}{postings}  Liabilities:Giao\n"


def _bean(item: str) -> str:
    return "Viec" + item.replace(".", "-")
