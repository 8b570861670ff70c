#!/bin/sh
# What a release is made of, as CycloneDX, and which of it is known to be weak.
#   sh scripts/bill_of_materials.sh [bom.json]
# Installs the program with all extras, and the tools, into environments of their own. Whether weaknesses
# are known is asked of a public database; where that cannot be reached, this says so and ends with 3.
set -eu
bom=${1:-bom.json}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
project=$(cd "$(dirname "$0")/.." && pwd)

python3 -I -m venv "$room/program"
"$room/program/bin/python" -I -m pip install --quiet "$project[all,parquet,portfolio]"
python3 -I -m venv "$room/tools"
"$room/tools/bin/python" -I -m pip install --quiet 'cyclonedx-bom>=7' 'pip-audit>=2.8'

# Without numbers and times of its own, so that the same release has the same bill.
"$room/tools/bin/cyclonedx-py" environment --pyproject "$project/pyproject.toml" --mc-type application \
  --output-reproducible --validate --output-file "$bom" "$room/program"
echo "$bom: $(grep -c '"bom-ref"' "$bom") parts, valid by its schema"

"$room/program/bin/python" -I -m pip freeze | grep -v " @ file:" >"$room/parts.txt"
"$room/tools/bin/pip-audit" --strict --no-deps --disable-pip --requirement "$room/parts.txt" 2>"$room/said" || {
  cat "$room/said" >&2
  grep -qE "ConnectionError|ServiceError|Max retries|not found on PyPI" "$room/said" || exit 1
  echo "the database of weaknesses cannot be reached from here: nothing is known of them" >&2
  exit 3
}
