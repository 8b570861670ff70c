"""``kehoach portfolio --format json``."""

from kehoach import __version__
from kehoach.contract.json_parts import counts, day
from kehoach.contract.merged_contract import MemberJson, MergedOutput
from kehoach.portfolio.merging import MemberResult, Merged
from kehoach.words import Lang


def merged_output(whole: Merged, lang: Lang) -> MergedOutput:
    """Return the whole answer: every repository, every agency."""
    return {
        "schema": "kehoach/merged@1",
        "tool": {"name": "kehoach", "version": __version__},
        "name": whole.name,
        "as_of": whole.as_of.isoformat(),
        "sample": whole.sample,
        "listed": len(whole.members),
        "counted": len(whole.counted),
        "summary": counts(whole.counts),
        "years": [{"year": year, **counts(of)} for year, of in whole.years.items()],
        "repositories": [_member(each, whole, lang) for each in whole.members],
        "agencies": [
            {
                "repository": each.member.id,
                "agency": each.row.agency,
                "name": each.name,
                "led": each.row.led,
                "implemented": each.row.implemented,
                "coordinated": each.row.coordinated,
                **counts(each.row.counts),
            }
            for each in whole.agencies
        ],
    }


def _member(each: MemberResult, whole: Merged, lang: Lang) -> MemberJson:
    """Return one repository, counted or not."""
    member, result = each.member, each.result
    git = result["git"] if result else None
    return {
        "id": member.id,
        "name": member.name,
        "source": member.shown,
        "revision": member.revision,
        "counted": result is not None,
        "reason": each.why.to(lang) if each.why else None,
        "tries": each.tries,
        "as_of": day(each.day),
        "outdated": each in whole.outdated,
        "head": git["head"] if git else None,
        "sample": bool(result and result["sample"]),
        "left_out": result["left_out"] if result else [],
        "not_counted": len(result["not_counted"]) if result else 0,
        "findings": result["findings"] if result else None,
        "summary": counts(each.counts) if result else None,
    }
