"""What a rule says beside its day, in words: an aim, and what the document reckons itself."""

from collections.abc import Callable

from kehoach.model.deadlines.events import Counted
from kehoach.model.deadlines.one_off import AfterDay, BackFromDay, BeforeDay, ByDay, Within
from kehoach.model.deadlines.recurring import Recurring
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.model.fields import Length
from kehoach.wordings.time_words import refuse

_OneOff = ByDay | BeforeDay | Within
_Reckoned = Counted | AfterDay | BackFromDay


def said_beside(rule: DeadlineRule, said: Callable[[DeadlineRule], str]) -> str:
    """Return " (phấn đấu …)" or " (tức là …)"; ``said`` words the rule inside.

    Raises:
        Unwordable: nobody would say so, or it would be read as another work's.
    """
    if rule.aim:
        return f" (phấn đấu {said(_aim(rule, rule.aim))})"
    check = rule.check
    reckoned = isinstance(rule, _OneOff) and isinstance(check, _Reckoned)
    at_once = getattr(check, "plus", None) == Length()
    refuse(
        not reckoned or at_once or check is None or check.roll or check.aspirational, "such a check"
    )
    return f" (tức là {said(check)})" if check else ""


def _aim(rule: DeadlineRule, aim: DeadlineRule) -> DeadlineRule:
    """Return an aim that is read as one: of a kind that comes due.

    Raises:
        Unwordable: it is not.
    """
    kinds = isinstance(rule, _OneOff | _Reckoned | Recurring)
    alike = type(aim) is type(rule) or (isinstance(rule, _OneOff) and isinstance(aim, _OneOff))
    refuse(not kinds or not alike, "such an aim")
    refuse(isinstance(aim, Recurring) and not _has_a_day(rule, aim), "an aim of no day")
    refuse(aim.roll or aim.aspirational, "what an aim does")
    return aim


def _has_a_day(rule: DeadlineRule, aim: Recurring) -> bool:
    """Say whether an aim names days of the same periods, in the same way."""
    if not isinstance(rule, Recurring) or aim.since or aim.until:
        return False
    same = (rule.every, rule.starting) == (aim.every, aim.starting)
    counted = bool(rule.plus) and bool(aim.plus)
    return same and (counted or all(bool(each.before or each.by) for each in (rule, aim)))
