"""Change the source a little, a thousand times, and see whether the tests of its room notice.

    python scripts/mutants.py calendar periods             # every mutant of these rooms
    python scripts/mutants.py wordings --sample 250        # a sample, the same each time
    python scripts/mutants.py wordings --match clauses/dated.py --tests tests/wordings/test_table.py

mutmut says what a mutant is. It changes functions on disk and starts pytest for each; here the tests are
collected once, and each mutant is a fork in which the changed function has its other code: so decorated
functions and closures are tried as well, and a mutant costs only the tests that reach its lines.

Not tried: words for people (``Text``), what an exception or ``refuse`` says, annotations, and what runs on
import only.
Survivors must be judged in ``tests/mutants/survivors.tsv``; it ends with 1 where one is not.
"""

import argparse
import ast
import gc
import importlib
import os
import pickle
import random
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper, cache
from inspect import signature
from pathlib import Path
from types import CodeType, FunctionType
from typing import ClassVar

import coverage
import libcst as cst
import pytest
from hypothesis import Phase, settings
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import Mutation, MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "kehoach"
SURVIVORS = ROOT / "tests" / "mutants" / "survivors.tsv"
# A room, and the tests that are to see what changes in it.
ROOMS = {
    "calendar": ("calendar", "model"),
    "periods": ("test_periods.py", "model"),
    "model/deadlines": ("model", "wordings/test_table.py"),
    "model": (
        "model", "reading", "filing", "verdicts/obligations", "verdicts/evidence",
        "run/test_check_settings.py", "portfolio/test_merging.py",
    ),
    "wordings": ("wordings",),
    "verdicts/obligations": ("verdicts/obligations",),
    "verdicts/evidence": ("verdicts/evidence",),
    "verdicts/assessment": ("verdicts/assessment",),
    "verdicts/tables": ("verdicts/tables",),
    "checks": ("checks", "run/test_arrival_log.py", "run/test_round_the_arrival_log.py"),
}  # fmt: skip
_WORDS = {"Text", "PydanticCustomError"}
_ON_IMPORT = "on import only"  # no change of a function is seen there: these are not counted
_SECONDS = 5  # of the processor, beside ten times what a test takes; then it hangs, and is dead


@dataclass(frozen=True, eq=False)
class Mutant:
    """One change: the statement it stands in, what was there and what is, and how it is made."""

    path: Path
    line: int
    end: int
    text: str
    old: str
    new: str
    module: cst.Module
    change: Mutation

    def code(self) -> str:
        """Return the whole file with this change."""
        changed = self.module.deep_replace(self.change.original_node, self.change.mutated_node)
        return cst.ensure_type(changed, cst.Module).code

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from others, whatever lines come or go above it."""
        return str(self.path.relative_to(SOURCE)), self.text, self.old, self.new

    @property
    def lines(self) -> list[tuple[str, int]]:
        """The lines that a test must reach to see it."""
        return [(str(self.path), line) for line in range(self.line, self.end + 1)]

    def __str__(self) -> str:
        name, *change = self.key
        return "\t".join((f"{name}:{self.line}", *change))


class _Mutations(MutationVisitor):
    """mutmut's mutants, those of decorated functions too; none of words for people or of reasons."""

    reasons: ClassVar[list[cst.Arg]] = []  # what ``refuse`` tells a developer

    def _create_mutations(self, node: cst.CSTNode) -> None:
        if getattr(getattr(node, "func", None), "value", None) != "refuse":
            super()._create_mutations(node)

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if (
            isinstance(node, cst.Arg)
            and isinstance(node.value, cst.SimpleString)
            and node in self.reasons
        ):
            return True
        if isinstance(node, cst.Call) and getattr(node.func, "value", None) == "refuse":
            self.reasons.append(node.args[-1])
        if isinstance(node, cst.FunctionDef) and node.decorators:
            return False
        if isinstance(node, cst.Raise):
            return True
        if isinstance(node, cst.Call) and getattr(node.func, "value", None) in _WORDS:
            return True
        return super()._skip_node_and_children(node)


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Yield the mutants of a file, from top to bottom."""
    source = path.read_text()
    wrapper = MetadataWrapper(cst.parse_module(source))
    places = wrapper.resolve(PositionProvider)
    visitor = _Mutations(mutation_operators, IgnoredCode(set(), set(), set()))
    module = wrapper.visit(visitor)
    lines = source.splitlines()
    statements = [each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.stmt)]
    for change in visitor.mutations:
        if not isinstance(change.contained_by_top_level_function, cst.FunctionDef):
            continue
        place = places[change.original_node]
        first, last = _statement(statements, place.start.line)
        old, new = (
            " ".join(module.code_for_node(each).split())
            for each in (change.original_node, change.mutated_node)
        )
        text = lines[place.start.line - 1].strip()
        yield Mutant(path, first, max(last, place.end.line), text, old, new, module, change)


def _statement(statements: Sequence[ast.stmt], line: int) -> tuple[int, int]:
    """Return the first and last line of the innermost statement on a line, without its body."""
    inner = max(
        (s for s in statements if s.lineno <= line <= (s.end_lineno or 0)), key=lambda s: s.lineno
    )
    body = getattr(inner, "body", None)
    return inner.lineno, max(line, body[0].lineno - 1) if body else inner.end_lineno or line


def _codes(code: CodeType, other: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Yield the pairs of code objects of two versions of a module that differ."""
    inner = [[c for c in each.co_consts if isinstance(c, CodeType)] for each in (code, other)]
    if len(inner[0]) == len(inner[1]):
        for one, two in zip(*inner, strict=True):
            yield from _codes(one, two)
    if code != other:
        yield code, other


def put(mutant: Mutant) -> bool:
    """Give every function made from the changed code its other code; say whether there was any."""
    before, after = (
        compile(s, mutant.path, "exec", dont_inherit=True)
        for s in (mutant.path.read_text(), mutant.code())
    )
    changed = dict(_codes(before, after))
    found = [each for code in changed for each in functions().get(code, ())]
    for function in found:
        function.__code__ = changed[function.__code__]
    return bool(found)


@cache
def functions() -> dict[CodeType, list[FunctionType]]:
    """Return all functions that there are, by their code; looked for once, before the first fork."""
    found: dict[CodeType, list[FunctionType]] = {}
    for each in gc.get_objects():
        if type(each) is FunctionType:
            found.setdefault(each.__code__, []).append(each)
    return found


class Trial:
    """A pytest plugin: the tests are collected, and run once for each mutant that they reach."""

    def __init__(self, mutants: Sequence[Mutant], imported: set[tuple[str, int]]) -> None:
        self.mutants = mutants
        self.imported = imported
        self.fates: dict[Mutant, str] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try all mutants, each in a process of its own."""
        items = {item.nodeid: item for item in session.items}
        reached, seconds = self._reached(session)
        killers: Counter[str] = Counter()
        functions()
        gc.freeze()  # so that a fork copies none of what it only looks at
        for number, mutant in enumerate(self.mutants, 1):
            tests = set[str]().union(*(reached[line] for line in mutant.lines))
            order = sorted(tests, key=lambda name: (-killers[name], seconds[name], name))
            limits = [_SECONDS + 10 * seconds[name] for name in order]
            fate, killer = self._fate(mutant, [items[name] for name in order], limits)
            if fate == "no test" and not self.imported.isdisjoint(mutant.lines):
                fate = _ON_IMPORT
            self.fates[mutant] = fate
            if killer is not None:
                killers[order[killer]] += 1
            print(
                f"{number}/{len(self.mutants)}\t{fate}\t{len(order)}\t{mutant}",
                file=sys.__stderr__,
                flush=True,
            )
        return True

    def _fate(
        self, mutant: Mutant, items: Sequence[pytest.Item], limits: Sequence[float]
    ) -> tuple[str, int | None]:
        """Run tests against a mutant: what became of it, and the place of the test that killed it."""
        if not items:
            return "no test", None
        with tempfile.TemporaryFile() as told:
            child = os.fork()
            if not child:
                _quietly()
                failed = None
                if (applied := _applied(mutant)) is True:
                    failed = _first_failing(items, limits)
                told.write(pickle.dumps((applied, failed)))
                told.flush()
                os._exit(0)
            _, status = os.waitpid(child, 0)
            if status:
                return "timeout" if os.WIFSIGNALED(status) else "killed", None
            told.seek(0)
            applied, failed = pickle.loads(told.read())  # noqa: S301 - our own child wrote it
        if applied is not True:
            return applied, None
        return ("survived", None) if failed is None else ("killed", failed)

    def _reached(
        self, session: pytest.Session
    ) -> tuple[dict[tuple[str, int], set[str]], dict[str, float]]:
        """Run all tests as they are: which of them reach a line, and the seconds of each."""
        with tempfile.TemporaryFile() as told:
            child = os.fork()
            if not child:
                _quietly()
                told.write(pickle.dumps(_observed(session.items)))
                told.flush()
                os._exit(0)
            if os.waitpid(child, 0)[1]:
                raise SystemExit("the tests fail as they are")
            told.seek(0)
            lines, seconds = pickle.loads(told.read())  # noqa: S301 - our own child wrote it
        return defaultdict(set, lines), seconds


def _applied(mutant: Mutant) -> bool | str:
    try:
        return put(mutant) or _ON_IMPORT
    except ValueError:  # other variables are closed over
        return "other closure"


def _quietly() -> None:
    """Let a child say nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _first_failing(items: Sequence[pytest.Item], limits: Sequence[float]) -> int | None:
    """Return the place of the first test that fails; one that runs over its limit ends the process."""
    for place, (item, limit) in enumerate(zip(items, limits, strict=True)):
        signal.setitimer(signal.ITIMER_PROF, limit)
        if not _passes(item):
            return place
    return None


def _observed(
    items: Sequence[pytest.Item],
) -> tuple[dict[tuple[str, int], set[str]], dict[str, float]]:
    """Run tests one by one, none of which finds in a cache what another has read.

    What is made of nothing that a test gives, a table of words or a type, is made once.
    """
    seconds: dict[str, float] = {}
    objects = [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]
    ours = [each for each in objects if each.__module__.startswith("kehoach")]
    caches = [each for each in ours if signature(each).parameters]
    watch = coverage.Coverage(data_file=None, config_file=False, source=[str(SOURCE)])
    watch.start()
    for item in items:
        for each in caches:
            each.cache_clear()
        watch.switch_context(item.nodeid)
        began = time.process_time()
        if not _passes(item):
            os._exit(1)
        seconds[item.nodeid] = time.process_time() - began
    watch.stop()
    data = watch.get_data()
    return {
        (path, line): set(names) - {""}
        for path in data.measured_files()
        for line, names in data.contexts_by_lineno(path).items()
    }, seconds


def _passes(item: pytest.Item) -> bool:
    """Run a test; one that Hypothesis leads is not made smaller when it fails."""
    failed: list[bool] = []

    class Told:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            failed.append(report.failed)

    function = getattr(item, "obj", None)
    given = getattr(function, "_hypothesis_internal_use_settings", None)
    if function is not None and hasattr(function, "hypothesis"):
        target = getattr(function, "__func__", function)
        target._hypothesis_internal_use_settings = settings(  # noqa: SLF001 - there is no other door
            given or settings(), phases=(Phase.explicit, Phase.generate), database=None
        )
    told = Told()
    item.config.pluginmanager.register(told)
    item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
    item.config.pluginmanager.unregister(told)
    return not any(failed)


def judged() -> set[tuple[str, ...]]:
    """Return the survivors that somebody has looked at: file, line, what stood there, what else may."""
    return {tuple(row.split("\t")[:4]) for row in SURVIVORS.read_text().splitlines()[1:]}


def main() -> int:
    """Try the mutants of rooms; see the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("rooms", nargs="+", choices=[*ROOMS])
    parser.add_argument("--sample", type=int, help="so many of them, drawn at random")
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument(
        "--match", default="", help="only files or lines (file:line) with this in their name"
    )
    parser.add_argument("--tests", nargs="+", help="these tests, not those of the room")
    asked = parser.parse_args()
    files = dict.fromkeys(file for room in asked.rooms for file in _files(room))
    mutants = [m for file in files for m in mutants_of(file) if asked.match in str(m)]
    if asked.sample and asked.sample < len(mutants):
        mutants = random.Random(asked.seed).sample(mutants, asked.sample)  # noqa: S311 - a draw
    tests = asked.tests or [f"tests/{each}" for room in asked.rooms for each in ROOMS[room]]
    trial = Trial(mutants, _imported(files))
    os.chdir(ROOT)
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--tb=no"]
    quiet = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
    pytest.main([*options, *quiet, *dict.fromkeys(tests)], plugins=[trial])
    return _report(trial.fates)


def _imported(files: Iterable[Path]) -> set[tuple[str, int]]:
    """Import modules, and return which lines that takes."""
    watch = coverage.Coverage(data_file=None, config_file=False, source=[str(SOURCE)])
    with watch.collect():
        for file in files:
            importlib.import_module(".".join(file.relative_to(SOURCE.parent).with_suffix("").parts))
    data = watch.get_data()
    return {(path, line) for path in data.measured_files() for line in data.lines(path) or ()}


def _files(room: str) -> list[Path]:
    """Return the modules of a room: a folder's, or the one of this name."""
    return sorted((SOURCE / room).rglob("*.py")) or [SOURCE / f"{room}.py"]


def _report(fates: dict[Mutant, str]) -> int:
    """Print who is alive and how many there were; return 1 where one alive is not judged."""
    known = judged()
    tried = {mutant: fate for mutant, fate in fates.items() if fate != _ON_IMPORT}
    alive = [mutant for mutant, fate in tried.items() if fate not in ("killed", "timeout")]
    for mutant in alive:
        print(fates[mutant], "judged" if mutant.key in known else "NOT JUDGED", mutant, sep="\t")
    print(
        f"{len(tried)} mutants, {len(tried) - len(alive)} killed: {dict(Counter(fates.values()))}"
    )
    return int(not tried or any(mutant.key not in known for mutant in alive))


if __name__ == "__main__":
    sys.exit(main())
