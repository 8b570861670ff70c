"""What can be wrong with which files there are, and where."""

from kehoach.diagnostics import Example, Rule, Severity
from kehoach.words import Text

_GOOD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
_PLACE = "submissions/so-tai-chinh/bao-cao.yaml"

NO_FILE = Rule(
    "KH110", Severity.ERROR,
    Text("Thiếu tệp bắt buộc", "A needed file is missing"),
    Text("không có tệp {file} trong thư mục dữ liệu", "there is no {file} in the data folder"),
    Text("tạo tệp {file}, hoặc chỉ đúng thư mục bằng --data", "make {file}, or name the folder by --data"),
    Text("Không có kế hoạch hoặc danh sách cơ quan thì không đánh giá được gì.",
         "Without a plan or the registry nothing can be judged."),
)  # fmt: skip
LOST_FILE = Rule(
    "KH111", Severity.WARNING,
    Text("Tên tệp không đúng đuôi", "File name has another ending"),
    Text("tệp {file} không có đuôi .yaml nên không được đọc",
         "{file} does not end in .yaml and is not read"),
    Text("đổi tên tệp cho kết thúc bằng .yaml (Windows có thể giấu đuôi .txt)",
         "rename it to end in .yaml (Windows may hide the ending .txt)"),
    Text("Trình soạn thảo có thể thêm đuôi .txt; báo cáo khi đó sẽ bị coi là chưa gửi.",
         "An editor may add .txt; the report would then count as not sent."),
    Example(_GOOD, _GOOD, "submissions/so-tai-chinh/bao-cao.yaml.txt", _PLACE),
)  # fmt: skip
MISPLACED = Rule(
    "KH112", Severity.ERROR,
    Text("Tệp nằm sai thư mục", "File lies in the wrong folder"),
    Text("tệp của “{agency}” nằm trong thư mục “{folder}”",
         "the file of “{agency}” lies in the folder “{folder}”"),
    Text("chuyển tệp vào submissions/{agency}/, hoặc sửa dòng “agency”",
         "move it to submissions/{agency}/, or mend the line “agency”"),
    Text("Báo cáo nằm trong thư mục của cơ quan khác chưa được tính cho đến khi chuyển đúng chỗ.",
         "A report in another agency's folder does not count until it is moved."),
    Example(_GOOD, _GOOD, "submissions/so-noi-vu/bao-cao.yaml", _PLACE),
)  # fmt: skip

FILE_RULES = (NO_FILE, LOST_FILE, MISPLACED)
