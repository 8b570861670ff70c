"""The steps from a deadline to its day, each with the rule of law or policy it rests on.

A step says itself in words what it did: the day and its reason are written in one place.
"""

from datetime import date
from typing import NamedTuple

from kehoach.model.deadlines.counted_steps import CountedFrom, HoursFrom, lacking_words
from kehoach.model.ids import EventId
from kehoach.periods import PeriodName
from kehoach.words import Text, day_words


class DayNamed(NamedTuple):
    """The document names the very day, which is the ``last`` on time."""

    last: date

    def said(self) -> Text:
        """Return the step as a sentence."""
        day = day_words(self.last)
        return Text(f"văn bản nêu chính ngày {day.vi}", f"the document names the very day {day.en}")


class DayOfPeriod(NamedTuple):
    """The day that the document names in each period; ``lacking`` is one that its month has not.

    Then the month's last day stands for it (Civil Code 2015, Art. 148.3; 29 February of a yearly
    one: 148.4, ``yearly``).
    """

    last: date
    lacking: int | None = None
    yearly: bool = False

    def said(self) -> Text:
        """Return the step as a sentence."""
        day = day_words(self.last)
        if self.lacking is None:
            return Text(
                f"ngày mà văn bản nêu, trong kỳ này, là {day.vi}",
                f"the day that is named falls on {day.en} in this period",
            )
        clamped = lacking_words(self.last, self.lacking, self.yearly)
        return Text(f"ngày {self.lacking}; {clamped.vi}", f"day {self.lacking}; {clamped.en}")


class SpanEnd(NamedTuple):
    """Within a span: its last day."""

    last: date

    def said(self) -> Text:
        """Return the step as a sentence."""
        day = day_words(self.last)
        return Text(
            f"“trong …”: ngày cuối của khoảng thời gian là {day.vi}",
            f"“within …”: the last day of the span is {day.en}",
        )


class PeriodEnd(NamedTuple):
    """No day is named: the period's last day."""

    last: date

    def said(self) -> Text:
        """Return the step as a sentence."""
        day = day_words(self.last)
        return Text(
            f"không nêu ngày: ngày cuối của kỳ là {day.vi}",
            f"no day is named: the last day of the period is {day.en}",
        )


class DayBefore(NamedTuple):
    """Before a ``day``: by the policy ``last`` is the day before it, or that day itself."""

    day: date
    last: date

    @property
    def exclusive(self) -> bool:
        """Whether the day named is itself too late."""
        return self.last != self.day

    def said(self) -> Text:
        """Return the step as a sentence."""
        day, last = day_words(self.day), day_words(self.last)
        if self.exclusive:
            return Text(
                f"“trước ngày {day.vi}”, chính sách before: exclusive → ngày cuối còn đúng hạn là "
                f"{last.vi}",
                f"“before {day.en}”, policy before: exclusive → the last day on time is {last.en}",
            )
        return Text(
            f"“trước ngày {day.vi}”, chính sách before: inclusive → chính ngày {last.vi} còn đúng hạn",
            f"“before {day.en}”, policy before: inclusive → {last.en} itself is on time",
        )


class BeforeSpan(NamedTuple):
    """Before a month or a year, which begins on ``day``."""

    day: date
    last: date

    def said(self) -> Text:
        """Return the step as a sentence."""
        day, last = day_words(self.day), day_words(self.last)
        return Text(
            f"“trước” tháng hoặc năm bắt đầu ngày {day.vi} → ngày cuối còn đúng hạn là {last.vi}",
            f"“before” the month or year that begins on {day.en} → the last day on time is {last.en}",
        )


class EventRecorded(NamedTuple):
    """An event on which the deadline hangs happened on a day, at a clock ``time`` where one is given."""

    event: EventId
    day: date
    time: str | None = None

    def said(self) -> Text:
        """Return the step as a sentence."""
        day = day_words(self.day)
        vi, en = (f"{self.time} ", f"at {self.time} ") if self.time else ("", "")
        return Text(
            f"sự kiện “{self.event}” ghi nhận {vi}ngày {day.vi}",
            f"event “{self.event}” recorded {en}on {day.en}",
        )


class EventAwaited(NamedTuple):
    """An event on which the deadline hangs has not been recorded."""

    event: EventId

    def said(self) -> Text:
        """Return the step as a sentence."""
        return Text(
            f"sự kiện “{self.event}” chưa được ghi nhận",
            f"event “{self.event}” has not been recorded",
        )


class NoDateSet(NamedTuple):
    """Everything awaited has happened, and the document sets no date."""

    def said(self) -> Text:
        """Return the step as a sentence."""
        return Text(
            "đủ điều kiện; văn bản không ấn định ngày",
            "the condition is met; the document sets no date",
        )


class NotBefore(NamedTuple):
    """A beginning that is allowed from a day on, and due by none."""

    first: date
    time: str | None

    def said(self) -> Text:
        """Return the step as a sentence."""
        day = day_words(self.first)
        hour = Text(f"{self.time} ngày ", f"{self.time} on ") if self.time else Text("", "")
        return Text(
            f"được bắt đầu từ {hour.vi}{day.vi}; văn bản không ấn định hạn phải bắt đầu",
            f"may begin from {hour.en}{day.en} on; the document sets no day by which it must",
        )


class SessionHeld(NamedTuple):
    """The session at which it is due was held."""

    day: date

    def said(self) -> Text:
        """Return the step as a sentence."""
        day = day_words(self.day)
        return Text(f"phiên họp ghi nhận ngày {day.vi}", f"the session is on {day.en}")


class SessionAssumed(NamedTuple):
    """The session at which it is due is not recorded, and assumed by its last possible day."""

    last: date

    def said(self) -> Text:
        """Return the step as a sentence."""
        day = day_words(self.last)
        return Text(
            f"ngày họp chưa ghi nhận: tạm tính đến {day.vi}",
            f"the session's day is not recorded: assumed by {day.en}",
        )


class NoDueDay(NamedTuple):
    """Continuous work has no due day of its own."""

    def said(self) -> Text:
        """Return the step as a sentence."""
        return Text("thường xuyên: không có hạn riêng", "continuous: no due day of its own")


class CoveredBy(NamedTuple):
    """Continuous work is judged by the report of its period."""

    period: PeriodName
    last: date

    def said(self) -> Text:
        """Return the step as a sentence."""
        day = day_words(self.last)
        return Text(
            f"đánh giá qua báo cáo kỳ {self.period}, hạn {day.vi}",
            f"judged by the report of {self.period}, due {day.en}",
        )

    def said_of_groups(self) -> Text:
        """Return the step as a sentence where each group has a day of its own for that report."""
        day = day_words(self.last)
        return Text(
            f"đánh giá qua báo cáo kỳ {self.period}, hạn theo từng nhóm cơ quan, muộn nhất {day.vi}",
            f"judged by the report of {self.period}, due by groups of agencies, the last {day.en}",
        )


class RequestMade(NamedTuple):
    """A request was recorded, with the day by which it asks."""

    made: date
    last: date

    def said(self) -> Text:
        """Return the step as a sentence."""
        made, last = day_words(self.made), day_words(self.last)
        return Text(
            f"yêu cầu ngày {made.vi}, hạn {last.vi}", f"requested on {made.en}, due {last.en}"
        )


Step = (
    DayNamed | DayOfPeriod | SpanEnd | PeriodEnd | DayBefore | BeforeSpan | CountedFrom | EventRecorded
    | HoursFrom | EventAwaited | NoDateSet | SessionHeld | SessionAssumed | NoDueDay | CoveredBy
    | RequestMade | NotBefore
)  # fmt: skip
