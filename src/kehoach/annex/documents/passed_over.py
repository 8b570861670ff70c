"""What a Word document or a workbook holds besides what is read, as doubts about the whole."""

from kehoach.annex.annex_messages import message
from kehoach.reading.packages.package_parts import PartKind, unread_parts
from kehoach.words import Text
from kehoach.words.shortening import cut

_MOST_TOLD = 40
_LABELS: dict[PartKind, Text] = {
    "header": Text("đầu trang", "a header"),
    "footer": Text("chân trang", "a footer"),
    "document": Text("tài liệu ghép vào", "a document that is made a part of this one"),
    "embedding": Text("tệp nhúng", "an embedded file"),
    "drawing": Text("hình vẽ, hộp chữ", "a drawing or text box"),
    "diagram": Text("sơ đồ SmartArt", "a SmartArt diagram"),
    "chart": Text("biểu đồ", "a chart"),
    "unknown": Text("phần khác của tệp", "another part of the file"),
}


def passed_over(raw: bytes) -> tuple[Text, ...]:
    """Return a doubt for each part of the file that was not read, with its words."""
    return tuple(
        message("part-left", what=_LABELS[each.kind], part=each.name, words=cut(each.words, 300))
        if each.words
        else message("part-left-blank", what=_LABELS[each.kind], part=each.name)
        for each in unread_parts(raw)[:_MOST_TOLD]
    )
