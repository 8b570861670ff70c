"""What stands over columns and figures on more than one page, each once."""

from kehoach.words import Text

DAYS_LATE = Text("Muộn (ngày)", "Days late")
ON_DAY = Text("So với hạn", "Against the due day")
TREND = Text("Diễn biến theo tháng", "Month by month")
STANDS = Text("Tình hình", "How it stands")
SEARCH_AGENCIES = Text("Tìm cơ quan:", "Search agencies:")
SEARCH_ITEMS = Text("Tìm mục:", "Search items:")
OVERDUE = Text("Quá hạn và chưa gửi báo cáo", "Overdue and missing reports")
