"""Everything that is measured, in one command: ``python benchmarks/compare.py``.

Within a family all commands run in turn, so that ratios hold on a busy machine too. Run it with the
interpreter of an environment in which kehoach is installed; programs that are compared with it are
looked for on the PATH and in ``--tools``.
"""

import argparse
import tempfile
from pathlib import Path
from types import ModuleType

from measures import growth, narrow, outputs, receipts, starting, whole
from measures.others import versions
from measures.program import Bench
from measures.provinces import Provinces
from measures.results import Results, about
from measures.running import in_turn
from measures.tables import raw, reached, write_pages

ROOT = Path(__file__).resolve().parents[1]
FAMILIES: dict[str, ModuleType] = {
    "starting": starting,
    "whole": whole,
    "narrow": narrow,
    "outputs": outputs,
    "receipts": receipts,
    "growth": growth,
}


def main() -> None:
    """Measure, print, and write down what was asked for."""
    given = _arguments()
    results = Results({}, ())
    if given.results and given.results.exists():
        results = Results.read(given.results)
    if not given.only_pages:
        results = results.joined(_measured(given))
    if given.results:
        results.write(given.results)
    print("\n".join((*reached(results, FAMILIES, "en"), "", *raw(results, "en"))))
    if given.pages:
        write_pages(results, FAMILIES, ROOT / "docs")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    add = parser.add_argument
    add("families", nargs="*", metavar="FAMILY", help=f"of {', '.join(FAMILIES)}; default: all")
    add("--sizes", default="1500,10000", help="numbers of submissions (default 1500,10000)")
    add("--rounds", type=int, default=5, help="how often each command is run (default 5)")
    add("--made", type=Path, help="where made-up provinces lie and stay; default: thrown away")
    add("--tools", type=Path, action="append", default=[], help="folders with other programs")
    add("--results", type=Path, help="JSON to which the samples are added")
    add("--pages", action="store_true", help="write the tables into docs/*/performance.md")
    add("--only-pages", action="store_true", help="measure nothing")
    given = parser.parse_args()
    if unknown := set(given.families) - set(FAMILIES):
        parser.error(f"no such family: {', '.join(sorted(unknown))}")
    return given


def _measured(given: argparse.Namespace) -> Results:
    with tempfile.TemporaryDirectory() as name:
        sizes = tuple(map(int, given.sizes.split(",")))
        bench = Bench(Provinces(given.made or Path(name)), sizes, tuple(given.tools))
        found = {}
        for family in given.families or FAMILIES:
            found[family] = in_turn(FAMILIES[family].subjects(bench), given.rounds)
        return Results(about(versions(bench)), sizes, found)


if __name__ == "__main__":
    main()
