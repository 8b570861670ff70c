"""Faults of the system × commands: a long run, which has a command of its own.

``pytest -n 0 tests/faults/every_exit.py`` (the default run does not collect it).
"""

import os
from pathlib import Path

import pytest

from faults.shell_runs import faulty, sample

pytestmark = pytest.mark.skipif(os.name == "nt" or not Path("/dev/full").exists(), reason="Linux")
COMMANDS = """\
--help
status
status --full --as-of 9999-12-31 --since 0001-01-01
status --format json
check --fail-on never
check --format jsonl --fail-on never
check --format sarif --fail-on never
check --format junit --fail-on never
check --format gitlab --fail-on never
check --format github --fail-on never
check - --fail-on never
agency so-y-te --format json
item II.1
explain II.1 --agency so-y-te --period 2022
upcoming --days 400 --as-of 0001-01-01
upcoming --days 400 --as-of 9999-12-31
summary --as-of 0001-01-01
summary --format eml --as-of 9999-12-31
summary --each --anyway -o ../out --as-of 2022-12-20
consolidate --item II.1 --period 2022
new --agency so-y-te --period 2023 -o -
receipt data/submissions/so-y-te/bao-cao-2022.yaml
receive so-y-te II.1 --period 2023 --on 2023-12-01
import plan ../annex.md
import plan ../annex.md -o ../plan.yaml --agencies-out ../them.yaml
import agencies ../list.csv
import submissions ../form.yaml --received 2024-11-21
export --format ics
export -o ../out.xlsx
site -o ../out
deadline "trước ngày 30/11 hằng năm" --from 2190-01-01 --to 2199-12-31
diff het-nam-2021 het-nam-2022 --format json
schema plan
portfolio . --format json
init ../out
demo ../out
codeowners
arrivals record --remote kho
cache show
cache clear
completion bash
""".splitlines()
FAULTS = {
    "stdout full": '"$@" >/dev/full',
    "stdout closed": '"$@" >&-',
    "all closed": '"$@" <&- >&- 2>&-',
    "stderr full": '"$@" 2>/dev/full',
    "reader gone": '"$@" | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}',
    "folder gone": 'mkdir x; cd x; rmdir ../x; "$@"',
    "data gone": 'rm -r data; "$@"',
    "wide": 'COLUMNS=999999999999999999999999 LINES=999999999999999999999999 "$@"',
    "no width": 'COLUMNS=-1 LINES=² TERM= "$@"',
    "8 files": 'ulimit -n 8; "$@"',
    "14 files": 'ulimit -n 14; "$@"',
    "45 MB": 'ulimit -v 45000; "$@"',
    "small files": 'ulimit -f 8; "$@"',
    "no git": 'mkdir -p g/git; PATH=$PWD/g:$(dirname $(command -v bash))/nowhere "$@"',
    "git says nothing": 'mkdir g; printf "#!/bin/sh\\n" >g/git; chmod +x g/git; PATH=$PWD/g:$PATH "$@"',
    "no home": 'HOME=/dev/null TMPDIR=/nonexistent KEHOACH_CACHE= "$@"',
    "C": 'LC_ALL=C PYTHONIOENCODING=ascii PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 TZ=:x "$@"',
    "warnings": 'PYTHONWARNINGS=error PYTHONOPTIMIZE=2 "$@"',
    "names": 'd=data/submissions/so-y-te; cp $d/bao-cao-2022.yaml $d/$(printf "b\\377.yaml"); "$@"',
    "folder name": 'cp -r data $(printf "d\\377"); KEHOACH_DATA=$(printf "d\\377") "$@"',
}  # fmt: skip


@pytest.fixture(scope="module", name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("exits"))


@pytest.mark.parametrize("line", COMMANDS)
@pytest.mark.parametrize("fault", FAULTS)
def test_every_exit_is_meant(place: Path, tmp_path: Path, fault: str, line: str) -> None:
    faulty(place, tmp_path / "run", FAULTS[fault], line)
