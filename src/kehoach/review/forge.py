"""What the formats for forges share: names from the repository's root, identities, brevity.

A forge marks the lines of a change by the name that a file bears in the repository, wherever the
command was run: ``git``'s own prefix of the data folder is that name's beginning. Without a
repository (or with ``--no-git``) the name from the working folder is all there is; a CI job starts
at the root, where the two are the same.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.diagnostics.identity import digest, identity
from kehoach.reading.positions import Located
from kehoach.run import Account
from kehoach.words.safety import one_line, safe_json

_MOST = 1_000


def repository_file(run: Account, file: str) -> str:
    """Return a file's name from the root of its repository."""
    repository = run.repository
    return f"{repository.prefix}{file}" if repository else run.shown_file(file)


def brief(words: str) -> str:
    """Return ``words`` on one line of a length that people read; JSON output has them whole."""
    line = one_line(words)
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"


def forge_json(value: Any) -> str:
    """Return JSON with Vietnamese as it is written; what would steer a terminal is escaped."""
    return safe_json(json.dumps(value, ensure_ascii=False, indent=1)) + "\n"


def fingerprints(located: Iterable[Located]) -> Iterator[str]:
    """Yield an identity of each finding; equal findings in one file are numbered."""
    seen: Counter[str] = Counter()
    for each in located:
        known = identity(each.finding)
        seen[known] += 1
        yield digest(f"{known}\0{seen[known]}")
