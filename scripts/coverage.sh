#!/usr/bin/env bash
# The tests, commands and their processes included, and each line and branch of src/ that none of them takes.
# Arguments go to pytest: scripts/coverage.sh tests/cli
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
coverage=${COVERAGE:-.venv/bin/coverage}

"$coverage" erase
"$coverage" run -m pytest -q -n auto "$@"
"$coverage" combine -q
"$coverage" report
