"""Names of columns, and short remarks, that more than one output shows: each said once."""

from kehoach.words.text import Text

ITEM = Text("Mục", "Item")
PERIOD = Text("Kỳ", "Period")
DUE = Text("Hạn", "Due")
AGENCY = Text("Cơ quan", "Agency")
MATTER = Text("Nội dung", "Matter")
ALL = Text("Tất cả", "All")
ASSIGNED = Text("Được giao", "Assigned")
NOTHING_AROSE = Text("không phát sinh", "nothing arose")
