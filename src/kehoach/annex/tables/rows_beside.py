"""Rows that stand in a table and are none of the plan's: remarks below it, sums, and who signed."""

import re
from dataclasses import replace

from kehoach.annex.annex_messages import message
from kehoach.annex.tables.plan_rows import PlanRow
from kehoach.words import fold
from kehoach.words.shortening import flat

_REMARK = re.compile(r"[(*]*\s*(?:ghi chú|lưu ý|chú thích|nguồn|nơi nhận)\s*[:.)].*|\(\*+\).+")
_SUM = re.compile(
    r"tổng cộng\b.*|cộng(?:\s*[:.(].*|\s+\d.*)?|tổng số\b.*|tổng(?:\s*[:.(].*|\s+\d.*)?"
)
_SIGNED = re.compile(
    r"người (?:lập|lập biểu|lập bảng|tổng hợp)|\(?ký (?:tên|ghi|và|đóng)\b.*|\(?ký[,)].*"
    r"|(?:tm|kt|tl|tuq|q)\.\s*\w.*|thủ trưởng (?:cơ quan|đơn vị)"
)
_HEADS = re.compile(
    r"(?:phó )?(?:giám đốc|chủ tịch|chánh văn phòng|trưởng phòng|trưởng ban|hiệu trưởng|cục trưởng)"
)


class RowsBeside:
    """Walks down a table; below the line of who signed nothing without a number is a task."""

    def __init__(self) -> None:
        self._signed = False

    def told_apart(self, line: PlanRow | None) -> PlanRow | None:
        """Return a row, as one that is left aside where it is none of the plan's."""
        if line is None or line.sort == "left" or line.number:
            return line
        words = [flat(cell.text) for _, cell in line.cells]
        self._signed = self._signed or _is_signature(words)
        if self._signed or _is_beside(fold(words[0])):
            told = message("row-beside", row=line.row, words=" | ".join(words))
            return replace(line, sort="left", notes=(*line.notes, told))
        return line


def _is_beside(words: str) -> bool:
    return _REMARK.fullmatch(words) is not None or _SUM.fullmatch(words) is not None


def _is_signature(words: list[str]) -> bool:
    """Say whether a row only says who signs: formulas of signing, or posts in capitals alone."""
    told = [fold(each) for each in words]
    return any(map(_SIGNED.fullmatch, told)) or all(
        each.isupper() and _HEADS.fullmatch(low) for each, low in zip(words, told, strict=True)
    )
