"""Where each page lies: names of files that every system and every web server takes.

Ids of items may hold anything but white space and a slash: what is no plain letter, digit, dot or
hyphen becomes a hyphen, and two that become alike (also where capitals do not count) are numbered.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment, Report
from kehoach.words import alphabetical
from kehoach.words.statuses import Remark, Shown, Status

HOME, TREND = "index.html", "trend.html"
ItemKey = tuple[str, str]
_UNFIT = re.compile(r"[^A-Za-z0-9.-]+")
_TAKEN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # by Windows
_LONGEST = 80


def slug(words: str) -> str:
    """Return a name that is safe in a path, in a link and as an id."""
    plain = _UNFIT.sub("-", words)[:_LONGEST].strip(".-") or "x"
    return f"{plain}-x" if _TAKEN.fullmatch(plain) else plain


def told_apart(names: Iterable[str]) -> Iterator[str]:
    """Yield slugs, numbered where they would be alike."""
    used: set[str] = set()
    for name in names:
        plain, number = slug(name), 1
        found = plain
        while found.casefold() in used:
            number += 1
            found = f"{plain}-{number}"
        used.add(found.casefold())
        yield found


class Addresses:
    """The file of each agency and item, and the place of each verdict on its agency's page."""

    def __init__(self, run: Run) -> None:
        named = sorted(
            (row.agency for row in run.responsibilities),
            key=lambda id_: alphabetical(run.agency_name(id_)),
        )
        self.items: tuple[ItemKey, ...] = tuple(
            dict.fromkeys((plan.id, item.id) for plan in run.plans for item in plan.items)
        )
        self._one_plan = len(run.plans) == 1
        names = told_apart(plan.id for plan in run.plans)
        pages = [(plan, f"plan/{name}.html") for plan, name in zip(run.plans, names, strict=True)]
        self.plans = () if self._one_plan else tuple(pages)
        slugs = tuple(told_apart(map(self.label, self.items)))
        files = (f"agency/{slug}.html" for slug in told_apart(named))
        self.agencies = dict(zip(named, files, strict=True))
        self._item = dict(zip(self.items, slugs, strict=True))
        self._form = _form_files(run)

    def label(self, key: ItemKey) -> str:
        """Return how an item is called: by its plan too where there are several."""
        plan, item = key
        return item if self._one_plan else f"{plan}-{item}"

    def agency(self, id_: str) -> str | None:
        """Return the file of an agency's page, seen from the top; none for one without a duty."""
        return self.agencies.get(id_)

    def forms(self, agency: str) -> Mapping[str, str]:
        """Return the files of an agency's forms by plan, seen from the top; none of one that has ended."""
        return self._form.get(agency, {})

    def item(self, key: ItemKey) -> str:
        """Return the file of an item's page, seen from the top."""
        return f"item/{self._item[key]}.html"

    def anchor(self, each: Assessment) -> str:
        """Return the id of a verdict on its agency's page."""
        key = each.obligation.key
        last = f"_{slug(key.agency)}" if each.inherited_from else ""
        return f"o_{self._item[key.plan, key.item]}_{slug(key.period)}{last}"

    def state(self, shown: Shown) -> str:
        """Return the page of all that is in a state, asking for this one, seen from the top."""
        whole = shown.part_of if isinstance(shown, Remark) else None
        return f"{(whole or shown).filter}.html#state={shown.value}"

    def verdict(self, each: Assessment) -> str:
        """Return the place of a verdict, seen from the top; what is ongoing shares one table."""
        place = "ongoing" if each.status is Status.ONGOING else self.anchor(each)
        return f"{self.agency(each.agency)}#{place}"


def _form_files(run: Run) -> Mapping[str, Mapping[str, str]]:
    """Return where the forms lie, by agency and plan: of all that still exist and have any part in it."""
    parts = {
        (name, report.docket.plan.id): None
        for report in run.reports
        for name in sorted(_concerned(report))
        if (known := run.registry.agency.get(name)) and (known.valid.last or date.max) >= run.as_of
    }
    several = len(run.plans) > 1
    names = told_apart(f"{agency}-{plan}" if several else agency for agency, plan in parts)
    files: dict[str, dict[str, str]] = defaultdict(dict)
    for (agency, plan), name in zip(parts, names, strict=True):
        files[agency][plan] = f"form/{name}.html"
    return files


def _concerned(report: Report) -> set[str]:
    """Return who owes anything under a plan, or stands beside others."""
    owing = {each.agency for each in report.assessments}
    return owing | {agency for _, agency in report.docket.coordinators}


def key_of(each: Assessment) -> ItemKey:
    """Return plan and item of a verdict."""
    return each.obligation.key.plan, each.obligation.key.item
