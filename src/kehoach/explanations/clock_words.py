"""By which rule a commit counts on its day, in words."""

from collections.abc import Iterator

from kehoach.verdicts.evidence.commit_days import Clock
from kehoach.verdicts.evidence.history import History
from kehoach.words import Lang, Text, shown_day

_SHORT = 10
_OWN = Text(
    "theo đồng hồ của người gửi, không ai khác xác nhận",
    "by the sender's own clock, which nobody else confirms",
)
_SAID = Text("chính commit ghi ngày {day}", "the commit itself says {day}")
_AFTER = Text(
    "không thể nhận trước commit {commit} mà nó dựa vào",
    "not received before commit {commit}, on which it rests",
)
_PASSED_OVER = Text(
    "không tính ngày của commit {commit} trước nó, đồng hồ chạy nhanh",
    "the day of commit {commit} before it is passed over: its clock ran ahead",
)


def clock_words(history: History, commit: str, lang: Lang) -> Iterator[str]:
    """Yield whose clock dates a commit, what else binds it, and which clocks before it do not."""
    counted = history.timeline.days[commit]
    made = history.timeline.commit[commit]
    if counted.day != made.committed:
        yield _SAID.to(lang, day=shown_day(made.committed, lang))
    if counted.after:
        yield _AFTER.to(lang, commit=counted.after[:_SHORT])
    for each in history.timeline.passed_over(commit):
        yield _PASSED_OVER.to(lang, commit=each.id[:_SHORT])
    if counted.clock is Clock.OWN:
        yield _OWN.to(lang)
