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
    Text("đổi tên thành {better}, hoặc xoá nếu thừa (Windows có thể giấu đuôi .txt)",
         "rename it to {better}, or delete it if it is not needed (Windows may hide the ending .txt)"),
    Text("Trình soạn thảo có thể thêm đuôi .txt; báo cáo khi đó sẽ bị coi là chưa gửi.",
         "An editor may add .txt; the report would then count as not sent."),
    Example(_GOOD, _GOOD, "submissions/so-tai-chinh/bao-cao.yaml.txt", _PLACE),
)  # fmt: skip
MISPLACED = Rule(
    "KH112", Severity.ERROR,
    Text("Tệp nằm sai thư mục", "File lies in the wrong folder"),
    Text("tệp của “{agency}” nằm trong thư mục “{folder}”",
         "the file of “{agency}” lies in the folder “{folder}”"),
    Text("chuyển tệp vào submissions/{agency}/{instead}", "move it to submissions/{agency}/{instead}"),
    Text("Báo cáo nằm trong thư mục của cơ quan khác chưa được tính cho đến khi chuyển đúng chỗ.",
         "A report in another agency's folder does not count until it is moved."),
    Example(_GOOD, _GOOD, "submissions/so-noi-vu/bao-cao.yaml", _PLACE),
)  # fmt: skip
OR_ITS_AGENCY = Text(", hoặc viết “agency: {folder}”", ", or write “agency: {folder}”")
STRAY = Rule(
    "KH116", Severity.WARNING,
    Text("Tệp nằm ngoài chỗ được đọc", "File lies where nothing is read"),
    Text("tệp {file} không được đọc: sai tên hoặc sai chỗ",
         "{file} is not read: its name or its place is another"),
    Text("nếu phải được tính, chuyển thành {better}; nếu không, đưa ra khỏi thư mục dữ liệu",
         "if it is to count, move it to {better}; if not, take it out of the data folder"),
    Text("Chỉ các tệp đúng tên ở gốc thư mục dữ liệu và tệp trong submissions/<mã cơ quan>/ được đọc. "
         "Một báo cáo đặt chỗ khác bị coi là chưa gửi mà không ai biết.",
         "Only the files of the office by their names, and those in submissions/<agency id>/, are "
         "read. A report put elsewhere counts as not sent, and nobody knows."),
    Example(_GOOD, _GOOD, "so-tai-chinh.yaml", _PLACE),
)  # fmt: skip
ATTACHED = Rule(
    "KH117", Severity.NOTICE,
    Text("Văn bản kèm theo không được đọc", "Documents that are kept but not read"),
    Text("không đọc {names} trong {folder}", "{names} in {folder} is kept but not read"),
    Text("nếu là văn bản kèm theo thì để nguyên; nếu là báo cáo, ghi vào tệp .yaml (kehoach new)",
         "leave it if it is an enclosure; if it is a report, write it into a .yaml file (kehoach new)"),
    Text("Tệp Word, Excel, PDF để cạnh báo cáo làm minh chứng là thói quen tốt, nhưng chương trình "
         "không đọc chúng.",
         "Word, Excel or PDF files beside a report are good evidence, but nothing reads them."),
    Example("PK\n", _GOOD, "submissions/so-tai-chinh/phu-luc.docx", _PLACE, beside=(_PLACE, _GOOD)),
)  # fmt: skip
NO_REPORT = Rule(
    "KH118", Severity.WARNING,
    Text("Chỉ có văn bản, chưa có tệp báo cáo", "Documents, but no report"),
    Text("{folder} chỉ có {names}: không tệp nào được đọc, nên chưa báo cáo điều gì",
         "{folder} holds only {names}, which nothing reads: nothing is reported yet"),
    Text("lập tệp báo cáo bằng kehoach new rồi điền nội dung của văn bản vào",
         "make a report with kehoach new and fill in what the document says"),
    Text("Người gửi tưởng đã báo cáo bằng tệp Word; chương trình chỉ đọc tệp .yaml nên cơ quan bị "
         "coi là chưa gửi.",
         "Whoever sent a Word file believes to have reported; only .yaml files are read, so that the "
         "agency counts as silent."),
    Example("PK\n", _GOOD, "submissions/so-tai-chinh/bao-cao.docx", _PLACE),
)  # fmt: skip
COPY = Rule(
    "KH119", Severity.NOTICE,
    Text("Tệp giống bản sao của tệp khác", "File looks like a copy of another"),
    Text("{file} có tên như bản sao của {of}; cả hai đều được đọc",
         "{file} is called like a copy of {of}; both are read"),
    Text("giữ một tệp và xoá tệp kia", "keep one and delete the other"),
    Text("Windows tự thêm “(1)” khi tải một tệp hai lần. Sửa bản này mà quên bản kia thì hai tệp nói "
         "khác nhau.",
         "Windows adds “(1)” where a file is fetched twice. Once one of them is mended and the other "
         "forgotten, they contradict each other."),
    Example(_GOOD, _GOOD, "submissions/so-tai-chinh/bao-cao (1).yaml", _PLACE,
            beside=(_PLACE, _GOOD)),
)  # fmt: skip

FILE_RULES = (NO_FILE, LOST_FILE, MISPLACED, STRAY, ATTACHED, NO_REPORT, COPY)
