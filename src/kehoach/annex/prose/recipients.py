"""Reports in sentences: to whom they go, and through whom: ``… về UBND tỉnh (qua Sở Tư pháp)``."""

import re
from typing import NamedTuple

from kehoach.annex.bodies.cell_bodies import read_mentions
from kehoach.annex.draft_plan import NamedBody
from kehoach.annex.prose.orders import OrderReader

_SENT = re.compile(
    r"\b(?:gửi|báo cáo)\b(?:[^.;()]{0,120}?\s(?:về|cho|tới|lên|gửi|báo cáo)\s+|\s+)(?:về\s+)?(?=[A-ZĐỦ])"
)
_THROUGH = re.compile(r"\b(?:thông )?qua\s+(?=[A-ZĐỦ])")
_ENDS = re.compile(
    r"[(),;.:]|\s(?:để|trước|chậm nhất|theo|tại|trong|vào|định kỳ|hằng|hàng|xem xét|và báo cáo|qua|ngày"
    r"|đúng)\b"
)
_REPORTS = re.compile(
    r"(?:(?:và|đồng thời|định kỳ|kịp thời|tổng hợp|đánh giá|các|thực hiện)\s*,?\s+)*"
    r"(?:chế độ báo cáo|báo cáo|gửi báo cáo)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:đồng chí )?(?:chủ tịch|lãnh đạo|thường trực) (?=ubnd|ủy ban)", re.IGNORECASE
)


class ReportAsked(NamedTuple):
    """Whether words ask for a report, whether they begin with that, to whom it goes, through whom."""

    asked: bool = False
    plainly: bool = False
    to: NamedBody | None = None
    via: NamedBody | None = None


def reported(words: str, reader: OrderReader, *, timed: bool) -> ReportAsked:
    """Return what words say of a report; one sent somewhere by a time (``timed``) is one too."""
    asked = _SENT.search(words) is not None
    sent, through = _bodies(_SENT, words, reader), _bodies(_THROUGH, words, reader)
    plainly = _REPORTS.match(words) is not None
    if not through and len(sent) > 1 and "tổng hợp" in words:
        through, sent = sent[:1], sent[1:]
    to, via = next(iter(sent), None), next(iter(through), None)
    return ReportAsked(plainly or (asked and timed), plainly, to, via)


def _bodies(form: re.Pattern[str], words: str, reader: OrderReader) -> list[NamedBody]:
    """Return the bodies of the registry behind each of these words."""
    named = (_body(words[match.end() :], reader) for match in form.finditer(words))
    return [name for name in named if name is not None]


def _body(words: str, reader: OrderReader) -> NamedBody | None:
    """Return the body of the registry with which words begin."""
    end = _ENDS.search(words)
    told = words[: end.start()] if end else words
    named = read_mentions(_HEAD.sub("", told[: reader.body_end(told, 0)]), reader.directory).named
    return named[0] if named and named[0].known else None
