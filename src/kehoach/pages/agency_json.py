"""``kehoach agency --format json``."""

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import day, dump, status_output
from kehoach.explanations.bodies import groups_of
from kehoach.pages.agency_text import asked_agency
from kehoach.run import Run
from kehoach.terminal.screen import Screen


def agency_json(run: Run, screen: Screen) -> str:
    """Return the status of one agency, and what the registry knows of it."""
    agency = asked_agency(run)
    output: contract.AgencyOutput = {
        **status_output(run, screen.lang),
        "schema": "kehoach/agency@1",
        "agency": {
            "id": agency.id,
            "name": run.agency_name(agency.id),
            "short": agency.short,
            "valid_from": day(agency.valid.first),
            "valid_to": day(agency.valid.last),
            "successors": list(agency.successors),
            "groups": groups_of(run, agency.id),
            "source": list(agency.source),
            "unverified": agency.unverified,
            "note": agency.note,
        },
    }
    return dump({**output})
