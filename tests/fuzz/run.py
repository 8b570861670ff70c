"""Fuzz the program: ``python tests/fuzz/run.py [TARGET…] [--inputs N] [--seconds S]``.

Guided by the coverage of ``kehoach`` (atheris, the extra ``fuzz``), from the kept corpus and the targets'
own seeds. The shortest input of each kind that breaks a target, or takes too long, is written into
``--failures`` with how it is tried again: ``python tests/fuzz/run.py TARGET --replay FILE``, which needs no
atheris. ``--keep`` takes a few inputs that reach what was reached into
``tests/fuzz/corpus/TARGET``. Exit code 1: something broke.
"""

import argparse
import sys
import time
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

_TESTS = Path(__file__).resolve().parents[1]
sys.path[:1] = [str(_TESTS), str(_TESTS.parent / "scripts")]


def main() -> int:
    """Fuzz what is asked for, or all, one target after another, each in processes of its own."""
    asked = _options()
    if asked.replay is not None:
        return _replayed(asked.targets[0], asked.replay)
    from fuzz.targets import TARGETS  # noqa: PLC0415 - found once tests are on the path

    asked.failures.mkdir(parents=True, exist_ok=True)
    broken = [name for name in asked.targets or TARGETS if _broke(name, asked)]
    return int(bool(broken))


def _options() -> argparse.Namespace:
    about = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    about.add_argument("targets", nargs="*", metavar="TARGET")
    about.add_argument("--inputs", type=int, help="for each target; by default its own number")
    about.add_argument(
        "--seconds", type=int, default=0, help="for each target; by default no bound"
    )
    about.add_argument("--seed", type=int, default=1, help="where chance begins; by default 1")
    about.add_argument("--failures", type=Path, default=Path("fuzz-failures"), metavar="FOLDER")
    about.add_argument("--replay", type=Path, metavar="FILE", help="try one input again")
    about.add_argument("--keep", action="store_true", help="renew the kept corpus")
    return about.parse_args()


def _replayed(name: str, file: Path) -> int:
    from fuzz.targets import TARGETS  # noqa: PLC0415 - as above

    begun = time.process_time()
    TARGETS[name].tried(file.read_bytes())
    sys.stdout.write(f"{file}: {time.process_time() - begun:.3f} s\n")
    return 0


def _broke(name: str, asked: argparse.Namespace) -> bool:
    """Fuzz a target; say whether an input, or the process itself, broke."""
    from fuzz.fuzzing import fuzz, renew  # noqa: PLC0415 - as above

    new = get_context("spawn")
    tried = new.Value("L", 0)
    with TemporaryDirectory() as found:
        fuzzing = new.Process(target=fuzz, args=(name, asked, Path(found), tried))
        fuzzing.start()
        fuzzing.join()
        if asked.keep:
            renew(name, Path(found))
    failures = sorted(asked.failures.glob(f"{name}-*.txt"))
    for each in failures:
        sys.stdout.write(f"{name}: {each.read_text(encoding='utf-8')}")
    if died := fuzzing.exitcode != 0 or not tried.value:
        sys.stdout.write(f"{name}: the process ended before its time, with {fuzzing.exitcode}\n")
    sys.stdout.write(f"{name}: inputs tried {tried.value}, failures {len(failures)}\n")
    sys.stdout.flush()
    return bool(failures) or died


if __name__ == "__main__":
    sys.exit(main())
