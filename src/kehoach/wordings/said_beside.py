"""What a rule says beside its day, in words: an aim, and what the document reckons itself."""

from collections.abc import Callable

from kehoach.model.deadlines.events import Counted
from kehoach.model.deadlines.one_off import AfterDay, BackFromDay, BeforeDay, ByDay, Within
from kehoach.model.deadlines.recurring import Recurring
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.model.fields import Length
from kehoach.wordings.time_words import Unwordable, refuse

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
    if not isinstance(check, _Reckoned):
        raise Unwordable("such a check")
    at_once = getattr(check, "plus", None) == Length()
    others = not isinstance(rule, _OneOff)
    refuse(others or at_once or check.roll or check.aspirational, "such a check")
    return f" (tức là {said(check)})"


def _aim(rule: DeadlineRule, aim: DeadlineRule) -> DeadlineRule:
    """Return an aim that is read as one: of a kind that comes due.

    Raises:
        Unwordable: it is not.
    """
    kinds = isinstance(rule, _OneOff | _Reckoned | Recurring)
    alike = type(aim) is type(rule) or (isinstance(rule, _OneOff) and isinstance(aim, _OneOff))
    refuse(not kinds or not alike, "such an aim")
    if isinstance(aim, Recurring):
        refuse(not isinstance(rule, Recurring) or not _has_a_day(rule, aim), "an aim of no day")
    refuse(aim.roll or aim.aspirational, "what an aim does")
    return aim


def _has_a_day(rule: Recurring, aim: Recurring) -> bool:
    """Say whether an aim names days of the same periods, in the same way."""
    if aim.since or aim.until:
        return False
    counted = bool(rule.plus) and bool(aim.plus)
    return counted or all(bool(each.before or each.by) for each in (rule, aim))
