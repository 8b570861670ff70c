"""An office in which a stranger has filled every field with the words of all ``dialects``."""

import json
import subprocess
from pathlib import Path

from run.histories import Office, environment
from suites.dialects import DIALECTS

LINES = "\n".join(each.words for each in DIALECTS)
SAID = json.dumps(LINES, ensure_ascii=True)
# An argument, or a name that git takes, holds no NUL.
ARGUMENT = LINES.replace("\0", "")
NAME = ARGUMENT.replace("/", "")[:120]
STC = "so-tai-chinh"
PLAN = f"""\
schema: kehoach/plan@1
id: "07"
title: {SAID}
period: {{from: 2021-01-01, to: 2026-12-31}}
items:
  - {{id: "1", kind: report, title: {SAID}, text: {SAID}, implement: [so-nganh],
     deadline: {{every: year, before: 12-02}}, deliverable: {SAID}}}
  - {{id: "2", kind: task, title: {SAID}, text: {SAID}, lead: [{STC}], deadline: {{within: 2022}}}}
"""
REGISTRY = f"""\
schema: kehoach/agencies@1
agencies:
  - {{id: {STC}, name: {SAID}, short: {SAID}}}
  - {{id: so-noi-vu, name: {SAID}}}
groups: [{{id: so-nganh, name: {SAID}, members: [{STC}, so-noi-vu]}}]
"""
DECISIONS = f"""\
schema: kehoach/decisions@1
waivers:
  - {{item: "2", agencies: [{STC}], reason: {SAID},
     document: {{number: {SAID}, date: 2022-01-02, title: {SAID}}}}}
"""
FILED = f"""\
schema: kehoach/submission@1
plan: "07"
agency: {STC}
document: {{number: {SAID}, date: 2022-11-01, title: {SAID}, signer: {SAID}}}
note: {SAID}
reports: [{{item: "1", period: 2022, note: {SAID}}}]
tasks:
  - {{item: "2", status: in_progress, note: {SAID}, reason: {SAID}, expected: 2023-09-01}}
"""
WRONG = f"""\
schema: kehoach/submission@1
plan: {SAID}
agency: {SAID}
{SAID[:900]}": 1
tasks: [{{item: {SAID}}}]
"""


def office_of_strangers(root: Path) -> Path:
    """Return a repository in which everything is said by a stranger."""
    office = Office(root)
    office.write({"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, "decisions.yaml": DECISIONS})
    office.write({
        f"submissions/{STC}/a.yaml": FILED,
        f"submissions/{STC}/w.yaml": WRONG,
        f"submissions/{STC}/{NAME[:60]}.yaml": WRONG,
        f"submissions/{STC}/::error::owned ##teamcity[a].txt": "",
    })  # fmt: skip
    office.git("add", "-A")
    known = environment("2022-12-20") | {
        "GIT_COMMITTER_NAME": ARGUMENT,
        "GIT_AUTHOR_NAME": ARGUMENT,
    }
    subprocess.run(  # noqa: S603 - our own words
        ["git", "commit", "-q", "-m", ARGUMENT],  # noqa: S607 - the git under test
        cwd=office.root, env=known, check=True,
    )  # fmt: skip
    return office.root
