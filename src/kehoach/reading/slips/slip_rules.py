"""What hands do wrong in YAML: one rule a kind of slip, each with its own cure."""

from kehoach.diagnostics import Example, Rule, Severity
from kehoach.words import Text

_HEAD = (
    'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
    "document: {number: 1/BC, date: 2021-11-29}\n"
)
_TASK = _HEAD + "tasks:\n  - item: II.1.b\n    percent: 50\n    status: in_progress\n"
_ENTRY = _HEAD + "tasks: [{item: II.1.b, status: in_progress%s\n"
_WRITE = Text("viết: {line}", "write: {line}")
_QUOTE = Text("đặt lời trong ngoặc kép, viết: {line}", "quote the words, write: {line}")

TAB = Rule(
    "KH120", Severity.ERROR,
    Text("Thụt lề bằng Tab", "Indented by a tab"),
    Text("đầu dòng có dấu Tab{more}; YAML chỉ thụt lề bằng dấu cách",
         "the line begins with a tab{more}; YAML indents with spaces only"),
    Text("thay Tab bằng {spaces} dấu cách, viết: {line}",
         "put {spaces} {spaces:space|spaces} in the tab's place, write: {line}"),
    Text("Tab rộng bao nhiêu là tuỳ máy, nên YAML không biết dòng thuộc về khoá nào.",
         "A tab is as wide as each machine likes, so YAML cannot tell to which key a line belongs."),
    Example(_TASK.replace("    status", "\tstatus"), _TASK),
)  # fmt: skip
STRANGE_SIGN = Rule(
    "KH121", Severity.ERROR,
    Text("Dấu lạ ở chỗ của dấu YAML", "Strange sign in the place of YAML's own"),
    Text("“{sign}” ({name}) không phải dấu của YAML; ở đây cần {right}",
         "“{sign}” ({name}) is no sign of YAML; here it takes {right}"),
    _WRITE,
    Text("Word, Zalo và trang web tự đổi dấu: ngoặc kép cong “ ”, gạch dài –, dấu cách không ngắt, dấu "
         "hai chấm toàn rộng ：. Trông giống nhau nhưng máy đọc là chữ.",
         "Word and web pages change signs by themselves: curly quotes “ ”, long dashes –, no-break "
         "spaces, wide colons ：. They look alike, and are letters to a machine."),
    Example(_HEAD + "note： đã gửi\n", _HEAD + "note: đã gửi\n"),
)  # fmt: skip
NO_SPACE = Rule(
    "KH122", Severity.ERROR,
    Text("Thiếu dấu cách", "A space is missing"),
    Text("thiếu dấu cách sau “{sign}”", "a space is missing behind “{sign}”"),
    _WRITE,
    Text("Sau dấu hai chấm của khoá và sau gạch đầu dòng phải có dấu cách; dính liền thì cả cụm là một "
         "từ.",
         "A key's colon and a list's dash need a space behind them; without it all is one word."),
    Example(_HEAD + "note:đã gửi\n", _HEAD + "note: đã gửi\n"),
)  # fmt: skip
NO_SIGN = Rule(
    "KH123", Severity.ERROR,
    Text("Thiếu dấu của YAML", "A sign of YAML is missing"),
    Text("thiếu “{sign}” ở đây", "“{sign}” is missing here"),
    _WRITE,
    Text("Sau khoá phải có “:”, giữa các mục trong ngoặc có “,”, đầu mỗi mục của danh sách có “- ”.",
         "A key ends in “:”, what stands in brackets is parted by “,”, each entry of a list begins "
         "with “- ”."),
    Example(_HEAD + "note đã gửi\n", _HEAD + "note: đã gửi\n"),
)  # fmt: skip
UNCLOSED = Rule(
    "KH124", Severity.ERROR,
    Text("Mở mà không đóng", "Opened and never closed"),
    Text("“{sign}” mở ở đây mà không có “{right}” đóng lại",
         "“{sign}” is opened here, and no “{right}” closes it"),
    _WRITE,
    Text("Ngoặc không đóng thì nuốt các dòng sau; lỗi được báo ở chỗ mở, không phải ở cuối tệp.",
         "What is not closed swallows the lines that follow; it is told where it was opened, not at "
         "the file's end."),
    Example(_ENTRY % "}", _ENTRY % "}]"),
)  # fmt: skip
SURPLUS = Rule(
    "KH125", Severity.ERROR,
    Text("Dấu ngoặc sai", "Brackets do not match"),
    Text("“{sign}” ở đây không khớp với ngoặc đã mở", "“{sign}” closes nothing that was opened here"),
    _WRITE,
    Text("Mỗi ngoặc đóng phải khớp với ngoặc mở gần nhất: nhọn với nhọn, vuông với vuông.",
         "Each closing bracket answers the last one opened: a brace a brace, a square one a square "
         "one."),
    Example(_ENTRY % "}]]", _ENTRY % "}]"),
)  # fmt: skip
FIRST_SIGN = Rule(
    "KH126", Severity.ERROR,
    Text("Lời bắt đầu bằng dấu của YAML", "Words begin with a sign of YAML"),
    Text("lời bắt đầu bằng “{sign}”, là dấu riêng của YAML",
         "the words begin with “{sign}”, which is a sign of YAML's own"),
    _QUOTE,
    Text("% @ ` * & ! | > ? - #, ngoặc vuông, ngoặc nhọn và dấu phẩy ở đầu một giá trị không phải là "
         "chữ đối với YAML.",
         "To YAML % @ ` * & ! | > ? - #, brackets, braces and commas at the beginning of a value are "
         "no letters."),
    Example(_HEAD + "note: @Sở Tài chính đã gửi\n", _HEAD + 'note: "@Sở Tài chính đã gửi"\n'),
)  # fmt: skip
SIGN_WITHIN = Rule(
    "KH127", Severity.ERROR,
    Text("Dấu của YAML trong lời", "A sign of YAML among words"),
    Text("“{sign}” trong lời bị YAML hiểu là dấu của nó",
         "YAML takes “{sign}” among the words for a sign of its own"),
    _QUOTE,
    Text("Dấu hai chấm có dấu cách theo sau mở một khoá mới; dấu # sau dấu cách mở chú thích, kể cả ở "
         "giữa các ngoặc.",
         "A colon with a space behind it begins a new key; a # behind a space begins a comment, also "
         "between brackets."),
    Example(_HEAD + "note: Báo cáo: đã gửi\n", _HEAD + 'note: "Báo cáo: đã gửi"\n'),
)  # fmt: skip
QUOTE_WITHIN = Rule(
    "KH128", Severity.ERROR,
    Text("Ngoặc kép hoặc \\ trong ngoặc kép", "Quotes or \\ within quotes"),
    Text("giá trị trong ngoặc kép hết trước “{sign}”, hoặc “{sign}” không được viết như thế trong đó",
         "the quoted value ends before “{sign}”, or “{sign}” may not stand in it like this"),
    _WRITE,
    Text('Trong ngoặc kép, dấu " kết thúc lời và dấu \\ có nghĩa riêng; trong ngoặc đơn thì không.',
         "Between double quotes a \" ends the words and a \\ has a meaning; between single quotes '…' "
         "neither does."),
    Example(_HEAD + 'note: "Công văn" số 5\n', _HEAD + "note: '\"Công văn\" số 5'\n"),
)  # fmt: skip
TOGETHER = Rule(
    "KH129", Severity.ERROR,
    Text("Nhiều khoá trên một dòng", "Several keys on one line"),
    Text("khoá “{key}” phải ở dòng riêng hoặc trong ngoặc {brackets}",
         "the key “{key}” needs a line of its own, or brackets {brackets}"),
    _WRITE,
    Text("Một dòng chỉ có một khoá; nhiều khoá trên một dòng phải đặt trong ngoặc nhọn, cách nhau bằng "
         "dấu phẩy.",
         "A line holds one key; several on one line stand in braces, parted by commas."),
    Example(_TASK.replace("\n    percent", ", percent"), _TASK),
)  # fmt: skip
INDENT = Rule(
    "KH130", Severity.ERROR,
    Text("Thụt lề sai", "Wrong indentation"),
    Text("dòng thụt {found} dấu cách, không thẳng với dòng nào ở trên",
         "the line is indented by {found} {found:space|spaces}, level with nothing above it"),
    Text("thụt đúng {right} dấu cách, thẳng với “{key}” ở dòng {number}: {line}",
         "indent by {right} {right:space|spaces}, level with “{key}” on line {number}: {line}"),
    Text("Các khoá của cùng một mục phải bắt đầu ở cùng một cột.",
         "The keys of one entry begin in one column."),
    Example(_TASK.replace("    status", "   status"), _TASK),
)  # fmt: skip
NO_KEY = Rule(
    "KH131", Severity.ERROR,
    Text("Dòng không có khoá", "Line without a key"),
    Text("dòng này không có khoá, cũng không thuộc về khoá nào ở trên",
         "this line has no key, and belongs to no key above it"),
    Text("nếu là lời của dòng trên, viết liền: {line}; nếu là ghi chú, đặt # ở đầu dòng",
         "if it goes on from the line above, write them as one: {line}; if it is a remark, begin it "
         "with #"),
    Text("Lời viết tiếp ở đầu dòng sau không thuộc về khoá nào; phải viết liền một dòng, hoặc thụt vào.",
         "Words that go on at the beginning of the next line belong to no key: they stand on one line, "
         "or further in."),
    Example(_HEAD + "note: đã gửi\nbản chính\n", _HEAD + "note: đã gửi bản chính\n"),
)  # fmt: skip
REMARK = Rule(
    "KH132", Severity.ERROR,
    Text("Ghi chú không bắt đầu bằng #", "Remark that does not begin with #"),
    Text("YAML không biết dấu ghi chú “{sign}”", "YAML knows no remarks that begin with “{sign}”"),
    _WRITE,
    Text("Dòng ghi chú của YAML bắt đầu bằng “# ”.", "YAML's remarks begin with “# ”."),
    Example(_HEAD + "// đã gửi\n", _HEAD + "# đã gửi\n"),
)  # fmt: skip
NO_LIST_KEY = Rule(
    "KH133", Severity.ERROR,
    Text("Danh sách đặt sai chỗ", "List in the wrong place"),
    Text("danh sách phải đứng dưới khoá “{key}:”, bắt đầu ở dòng riêng",
         "the list stands under the key “{key}:”, and begins on a line of its own"),
    Text("xuống dòng sau khoá, viết {lines}", "begin a new line behind the key, write {lines}"),
    Text("Một danh sách gạch đầu dòng bắt đầu ở dòng dưới khoá của nó.",
         "A list with dashes begins on the line below its key."),
    Example(_HEAD + "- {item: II.1.b, status: in_progress}\n",
            _HEAD + "tasks:\n- {item: II.1.b, status: in_progress}\n"),
)  # fmt: skip
PASTED_ROW = Rule(
    "KH138", Severity.ERROR,
    Text("Dòng bảng dán vào tệp", "Row of a table pasted into the file"),
    Text("đây là dòng của một bảng, {cells} ô cách nhau bằng Tab{more}; tệp này chỉ có “khoá: giá trị”",
         "this is a row of a table, {cells} cells parted by tabs{more}; the file takes “key: value” alone"),
    Text("viết mỗi dòng thành một mục, trước mỗi ô là khoá của nó: {line}; hoặc để bảng trong tệp .xlsx "
         "rồi dùng kehoach import",
         "write each row as an entry, with its key before each cell: {line}; or leave the table in its "
         ".xlsx file and use kehoach import"),
    Text("Bảng dán từ Excel chỉ có các ô, không có khoá, nên không biết ô nào là gì.",
         "A table pasted from Excel has cells and no keys, so nobody can tell which cell is what."),
    Example(_HEAD + "tasks:\nII.1.b\tđang làm\t50\n", _TASK),
)  # fmt: skip
CURLY = Rule(
    "KH134", Severity.WARNING,
    Text("Ngoặc kép cong quanh giá trị", "Curly quotes around a value"),
    Text("ngoặc kép cong “ ” quanh giá trị được đọc là một phần của giá trị",
         "the curly quotes around this value are read as a part of it"),
    _WRITE,
    Text("Word tự đổi ngoặc kép thẳng thành cong; YAML chỉ biết ngoặc kép thẳng, nên “06” không "
         "phải là 06.",
         "Word turns straight quotes into curly ones; YAML knows straight quotes alone, so “06” "
         "is not 06."),
    Example(_HEAD + "note: “đã gửi”\n",
            _HEAD + 'note: "đã gửi"\n'),
)  # fmt: skip

SLIP_RULES = (
    TAB, STRANGE_SIGN, NO_SPACE, NO_SIGN, UNCLOSED, SURPLUS, FIRST_SIGN, SIGN_WITHIN, QUOTE_WITHIN,
    TOGETHER, INDENT, NO_KEY, REMARK, NO_LIST_KEY, CURLY, PASTED_ROW,
)  # fmt: skip
