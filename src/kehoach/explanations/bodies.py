"""Agencies and groups as a page names them."""

from kehoach.run import Account


def names_of(run: Account, ids: tuple[str, ...]) -> str:
    """Return the names of agencies and groups, groups in the plan's own words."""
    groups = run.registry.group
    return "; ".join(groups[id_].name if id_ in groups else run.agency_name(id_) for id_ in ids)


def groups_of(run: Account, agency: str) -> list[str]:
    """Return the groups that the agency has ever belonged to."""
    day = run.registry.agency[agency].valid.last or run.as_of
    return [id_ for id_ in run.registry.group if run.registry.includes(id_, agency, day)]
