#!/bin/sh
# The histories are read with each release of git that stands by.
#   KEHOACH_GITS=/opt/git-2.31/bin/git:/opt/git-2.49/bin/git sh scripts/other_gits.sh
# PYTEST: the pytest to use (default: that of .venv).
set -eu
cd "$(dirname "$0")/.."
: "${PYTEST:=.venv/bin/pytest}"

[ -n "${KEHOACH_GITS:-}" ] || echo "no other git stands by (KEHOACH_GITS)"
echo "${KEHOACH_GITS:-}" | tr : '\n' | while read -r git; do
  [ -z "$git" ] && continue
  "$git" --version
  PATH=$(dirname "$git"):$PATH "$PYTEST" -q -n auto -p no:cacheprovider tests/run tests/checks
done
