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
short_title: {SAID}
number: {SAID}
place: {SAID}
issuer: so-noi-vu
signature: [{SAID}]
preamble: {SAID}
period: {{from: 2021-01-01, to: 2026-12-31}}
policy: {{consolidator: so-noi-vu}}
bases: [{{id: mot, text: {SAID}, footnote: {SAID}}}]
events: [{{id: su-kien, text: {SAID}}}]
sections: [{{id: I, title: {SAID}, text: {SAID}, closing: {SAID}}}]
footnotes: [{{mark: {SAID}, text: {SAID}}}]
recipients: [{SAID}]
letterhead: {{superior: {SAID}, number: {SAID}, place: {SAID}, position: {SAID}, signer: {SAID},
  recipients: [{SAID}], filed: {SAID}}}
items:
  - {{id: "1", kind: report, title: {SAID}, text: {SAID}, implement: [so-nganh],
     deadline: {{every: year, before: 12-02}}, deliverable: {SAID}, heading: {SAID}, parts: [{SAID}],
     assignment: {SAID}, by: [{SAID}], wording: {SAID}, note: {SAID},
     quota: [{{agencies: [{STC}], at_least: 3, unit: {SAID}}}]}}
  - {{id: "2", kind: task, title: {SAID}, text: {SAID}, lead: [{STC}], deadline: {{within: 2022}}}}
  - {{id: "3", kind: task, title: {SAID}, text: {SAID}, lead: [so-noi-vu],
     deadline: {{event: su-kien, plus: 5 days}}}}
"""
REGISTRY = f"""\
schema: kehoach/agencies@1
agencies:
  - {{id: {STC}, name: {SAID}, short: {SAID}, variants: [{SAID}], source: [mot], unverified: {SAID},
     note: {SAID}, committers: [{SAID}], codes: {{ma: {SAID}}}, names: [{{name: {SAID}, from: 2022-02-01}}],
     contact: {{email: a@example.vn, name: {SAID}}}, calendar: rieng}}
  - {{id: so-noi-vu, name: {SAID}}}
groups: [{{id: so-nganh, name: {SAID}, members: [{STC}, so-noi-vu], unverified: {SAID}, note: {SAID}}}]
sources: {{mot: {SAID}}}
services: [{SAID}]
"""
DECISIONS = f"""\
schema: kehoach/decisions@1
waivers:
  - {{item: "2", agencies: [{STC}], reason: {SAID},
     document: {{number: {SAID}, date: 2022-01-02, title: {SAID}}}}}
events: [{{id: su-kien, date: 2022-03-01, document: {{number: {SAID}, date: 2022-03-01}}, note: {SAID}}}]
extensions:
  - {{item: "1", period: 2021, due: 2022-01-30,
     document: {{number: {SAID}, date: 2021-12-01}}, note: {SAID}}}
pauses:
  - {{item: "3", from: 2022-03-02, until: 2022-04-01, reason: {SAID},
     document: {{number: {SAID}, date: 2022-03-02}}}}
returns:
  - {{item: "1", period: 2022, agencies: [{STC}], reason: {SAID},
     document: {{number: {SAID}, date: 2022-12-23}}}}
"""
BOOK = f"""\
schema: kehoach/receipts@1
receipts:
  - {{agency: so-noi-vu, item: "1", period: 2021, received: 2021-11-02, by: {SAID}, note: {SAID},
     document: {{number: {SAID}, date: 2021-11-01, title: {SAID}, signer: {SAID}}}}}
"""
REMINDED = f"""\
schema: kehoach/reminders@1
reminders:
  - {{agency: {STC}, about: [{{item: "1", period: 2021}}], reply_by: 2022-03-01, note: {SAID},
     document: {{number: {SAID}, date: 2022-02-01, title: {SAID}}}}}
"""
CALENDAR = f"""\
schema: kehoach/calendar@1
also_off: [{{date: 2022-12-01, name: {SAID}}}]
calendars: {{rieng: {{name: {SAID}, source: {SAID}, also_off: [{{date: 2022-12-02, name: {SAID}}}]}}}}
"""
SETTINGS = f"""\
schema: kehoach/checks@1
ignore:
  - {{rule: KH403, file: {SAID}, reason: {SAID}, until: 2022-12-31}}
  - {{rule: KH410, file: {SAID}, reason: {SAID}, until: 2029-12-31}}
baseline: [{{rule: KH403, file: {SAID}, mark: {SAID}}}]
"""
FILED = f"""\
schema: kehoach/submission@1
plan: "07"
agency: {STC}
document: {{number: {SAID}, date: 2022-11-01, title: {SAID}, signer: {SAID}}}
note: {SAID}
reports: [{{item: "1", period: 2022, note: {SAID}}}]
tasks:
  - {{item: "2", status: in_progress, note: {SAID}, reason: {SAID}, expected: 2023-09-01,
     evidence: [{{number: {SAID}, date: 2022-11-01, title: {SAID}, signer: {SAID}}}]}}
"""
WRONG = f"""\
schema: kehoach/submission@1
plan: {SAID}
agency: {SAID}
{SAID[:900]}": 1
tasks: [{{item: {SAID}}}]
"""


def list_of_strangers(place: Path) -> str:
    """Return a portfolio's list in which everything is said by a stranger; one repository is there."""
    return (
        f"schema: kehoach/portfolio@1\nname: {SAID}\nrepositories:\n"
        f"  - {{id: a, name: {SAID}, path: {json.dumps(str(place))}}}\n"
        f"  - {{id: b, name: {SAID}, path: {SAID}}}\n"
        f"  - {{id: c, path: {json.dumps('https://' + ARGUMENT)}}}\n"
        f"  - {{id: d, name: {SAID}, path: {json.dumps(str(place))}, rev: {SAID}}}\n"
    )


def office_of_strangers(root: Path) -> Path:
    """Return a repository in which everything is said by a stranger."""
    office = Office(root)
    office.write({"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, "decisions.yaml": DECISIONS})
    office.write({
        "receipts.yaml": BOOK, "reminders.yaml": REMINDED,
        "calendar.yaml": CALENDAR, "checks.yaml": SETTINGS,
    })  # fmt: skip
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
