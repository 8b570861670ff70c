#!/bin/sh
# What rests on other packages works with the lowest releases that pyproject.toml allows, too.
#   sh scripts/lowest.sh
# Installs them into an environment of its own; the last line is pytest's summary.
set -eu
cd "$(dirname "$0")/.."
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

python3 scripts/lowest.py >"$room/lowest.txt"
python3 -m venv "$room/lowest"
"$room/lowest/bin/pip" install -q -c "$room/lowest.txt" -e '.[test]'
"$room/lowest/bin/pytest" -q -n auto -p no:cacheprovider tests/test_api.py tests/calendar tests/contract/test_schemas.py \
  tests/contract/test_json_text.py tests/document tests/sheets tests/annex/documents tests/reading/test_values.py \
  tests/cli/test_usage.py tests/cli/test_help.py tests/cli/test_terminals.py
