"""What can be wrong with a file before its content is looked at."""

from kehoach.diagnostics import Example, Rule, Severity
from kehoach.words import Text, captions

_HEAD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'

UNREADABLE = Rule(
    "KH101", Severity.ERROR,
    Text("Không đọc được tệp", "File cannot be read"),
    Text("không đọc được tệp: {reason}", "the file cannot be read: {reason}"),
    Text("kiểm tra quyền đọc và thay liên kết bằng chính tệp trong thư mục dữ liệu",
         "check the permissions; replace a link by the file itself, inside the data folder"),
    Text("Tệp không mở được, quá lớn, không phải tệp thường, hoặc là liên kết ra ngoài thư mục dữ "
         "liệu. Tệp bị bỏ qua; các tệp khác vẫn được đánh giá.",
         "The file cannot be opened, is too large, is no regular file, or links out of the data "
         "folder. It is left out; the others are still assessed."),
)  # fmt: skip
ENCODING = Rule(
    "KH102", Severity.ERROR,
    Text("Tệp không phải văn bản UTF-8", "File is not text in UTF-8"),
    Text("tệp không phải văn bản UTF-8: {reason}", "the file is not text in UTF-8: {reason}"),
    Text("xoá ký tự lạ ở đây nếu có; mở tệp bằng Notepad hoặc VS Code, chọn Save As / Lưu thành → "
         "Encoding: UTF-8 rồi lưu lại",
         "delete the strange character here, if any; open it in Notepad or VS Code and save it again "
         "with encoding UTF-8"),
    Text("Chỉ đọc tệp UTF-8 (có hoặc không có BOM). Tệp UTF-16, TCVN3, VNI hay Windows-1258 sẽ làm "
         "sai chữ Việt nên không được đoán.",
         "Only UTF-8 is read (with or without BOM). UTF-16, TCVN3, VNI or Windows-1258 would garble "
         "Vietnamese and are never guessed."),
)  # fmt: skip
SYNTAX = Rule(
    "KH103", Severity.ERROR,
    Text("Sai cú pháp YAML", "YAML syntax error"),
    Text("sai cú pháp YAML: {reason}", "YAML syntax error: {reason}"),
    Text("xem dòng này và dòng ngay trên: thụt lề bằng dấu cách (không dùng Tab), sau dấu hai chấm "
         'có dấu cách, chữ có dấu “: ” hoặc “ #” đặt trong ngoặc kép "…"',
         "look at this line and the one above: indent with spaces (no tabs), put a space after a "
         'colon, quote text that holds ": " or " #"'),
    Text("Tệp không theo ngữ pháp YAML nên không biết nội dung; phần còn lại vẫn được đánh giá.",
         "The file does not follow YAML's grammar, so its content is unknown; the rest is assessed."),
    Example(_HEAD + "...\nnote: đã gửi\n", _HEAD + "note: đã gửi\n"),
)  # fmt: skip
DUPLICATE_KEY = Rule(
    "KH104", Severity.ERROR,
    Text("Trùng khoá", "Duplicate key"),
    Text("khoá “{key}” đã có ở dòng {line}", "key “{key}” already stands on line {line}"),
    Text("giữ lại một dòng “{key}:” và xoá dòng kia", "keep one line “{key}:” and delete the other"),
    Text("YAML thông thường lặng lẽ lấy giá trị sau cùng; ở đây không giá trị nào được chọn thay bạn.",
         "Plain YAML silently takes the last value; here nobody chooses for you."),
    Example(_HEAD + "note: một\nnote: hai\n", _HEAD + "note: một\n"),
)  # fmt: skip
ALIAS = Rule(
    "KH105", Severity.ERROR,
    Text("Không dùng bí danh YAML", "YAML aliases are refused"),
    Text("“{text}”: bí danh (*), neo (&) và khoá gộp (<<) không được dùng",
         "“{text}”: aliases (*), anchors (&) and merge keys (<<) are not used here"),
    Text("nếu là lời, viết trong ngoặc kép: {line}; nếu không, viết lại đầy đủ giá trị tại chỗ này",
         "if these are words, put them in quotes: {line}; if not, write the value out here"),
    Text("Bí danh có thể phình ra vô hạn hoặc tự trỏ vào mình, và người đọc không thấy giá trị thật.",
         "Aliases can explode or point at themselves, and hide the value from the reader."),
    Example(_HEAD + "note: &a một\n", _HEAD + "note: một\n"),
)  # fmt: skip
TAG = Rule(
    "KH106", Severity.ERROR,
    Text("Không dùng thẻ YAML", "YAML tags are refused"),
    Text("thẻ “{text}” không được dùng", "tag “{text}” is not used here"),
    Text("nếu là lời, viết trong ngoặc kép: {line}; nếu không, xoá “{text}”",
         "if these are words, put them in quotes: {line}; if not, delete “{text}”"),
    Text("Thẻ (!!python/object, !!int …) có thể chạy mã hoặc đổi nghĩa giá trị.",
         "Tags (!!python/object, !!int …) can run code or change a value's meaning."),
    Example(_HEAD + "note: !!str một\n", _HEAD + "note: một\n"),
)  # fmt: skip
DOCUMENTS = Rule(
    "KH107", Severity.ERROR,
    Text("Nhiều tài liệu trong một tệp", "Several documents in one file"),
    Text("tệp có thêm một tài liệu YAML thứ hai bắt đầu ở đây",
         "a second YAML document begins here"),
    Text("tách thành hai tệp, hoặc xoá dòng “---”", "make two files of it, or delete the line “---”"),
    Text("Mỗi tệp là một báo cáo; phần sau dấu “---” sẽ bị bỏ sót.",
         "A file is one report; what follows “---” would be lost."),
    Example(_HEAD + "---\nnote: hai\n", _HEAD + "note: hai\n"),
)  # fmt: skip
EMPTY = Rule(
    "KH108", Severity.ERROR,
    Text("Tệp rỗng", "Empty file"),
    Text("tệp không có nội dung", "the file has no content"),
    Text("điền nội dung, bắt đầu bằng “schema: kehoach/{kind}@1”, hoặc xoá tệp",
         "fill it in, beginning with “schema: kehoach/{kind}@1”, or delete it"),
    Text("Tệp rỗng hoặc chỉ có chú thích không báo cáo điều gì.",
         "An empty file, or one of comments only, reports nothing."),
    Example("# chưa viết\n", _HEAD),
)  # fmt: skip
SHAPE = Rule(
    "KH109", Severity.ERROR,
    Text("Khoá không phải chữ hoặc lồng quá sâu", "Key is no plain text, or nesting too deep"),
    captions.REASON,
    Text("viết mỗi khoá là một từ, mỗi mục một dòng", "write each key as one word, an entry a line"),
    Text("Khoá là danh sách hay bảng, hoặc lồng quá 50 tầng, không có nghĩa trong các tệp này.",
         "A key that is a list or mapping, or nesting over 50 deep, has no meaning in these files."),
    Example(_HEAD + "? [a, b]\n: một\n", _HEAD),
)  # fmt: skip
LOST_WORDS = Rule(
    "KH113", Severity.WARNING,
    Text("Chữ sau dấu # bị bỏ", "Words behind a # are lost"),
    Text("phần “{words}” không được đọc: YAML coi chữ sau dấu “#” là chú thích",
         "“{words}” is not read: YAML takes what stands behind a “#” for a comment"),
    Text("nếu là lời của giá trị, viết cả câu trong ngoặc kép: {line}; nếu chỉ là chú thích, đặt "
         "trên một dòng riêng",
         "if it belongs to the value, quote the whole: {line}; if it is a mere comment, put it on a "
         "line of its own"),
    Text("Sau một giá trị không có ngoặc kép, không ai biết chữ đứng sau dấu # là chú thích hay là "
         "lời bị cắt: một câu “còn 2 việc chưa làm” có thể mất mà báo cáo vẫn hợp lệ. Giá trị trong "
         "ngoặc kép cho biết nó hết ở đâu: sau nó, “# ” với dấu cách là chú thích.",
         "Behind a value without quotes nobody can tell a comment from words that were cut off: “two "
         "tasks are left” may be lost from a report that is valid. A quoted value shows where it "
         "ends: behind it, “# ” with a space is a comment."),
    Example(_HEAD + "note: Đã xong #2 việc còn lại\n", _HEAD + 'note: "Đã xong #2 việc còn lại"\n'),
)  # fmt: skip
CONFLICT = Rule(
    "KH114", Severity.ERROR,
    Text("Còn dấu xung đột của git", "Marks of a conflict of git"),
    Text("tệp còn dấu xung đột của git", "the file still holds git's marks of a conflict"),
    Text("giữ một bản, xoá các dòng <<<<<<<, =======, >>>>>>> (và |||||||)",
         "keep one version, delete the lines <<<<<<<, =======, >>>>>>> (and |||||||)"),
    Text("Hai người sửa cùng một chỗ, git ghi cả hai bản vào tệp và chờ người chọn; chưa chọn thì "
         "không biết bản nào đúng.",
         "Two people changed one place; git wrote both versions into the file and waits for somebody "
         "to choose. Until then nobody knows which is right."),
    Example(_HEAD + "<<<<<<< HEAD\nnote: một\n=======\nnote: hai\n>>>>>>> nhanh-khac\n",
            _HEAD + "note: hai\n"),
)  # fmt: skip
POINTER = Rule(
    "KH115", Severity.ERROR,
    Text("Mới có con trỏ git-lfs", "Only a pointer of git-lfs"),
    Text("mới có con trỏ git-lfs, chưa có nội dung của tệp",
         "this is a pointer of git-lfs, not the file itself"),
    Text("chạy git lfs pull; tệp YAML nhỏ, nên bỏ ra khỏi git-lfs (.gitattributes)",
         "run git lfs pull; YAML files are small, better keep them out of git-lfs (.gitattributes)"),
    Text("git-lfs giữ nội dung ở nơi khác và chỉ để lại ba dòng; nội dung chưa tải về thì chưa đọc "
         "được gì.",
         "git-lfs keeps the content elsewhere and leaves three lines; until it is fetched there is "
         "nothing to read."),
    Example("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", _HEAD),
)  # fmt: skip

TOO_MANY = Rule(
    "KH135", Severity.ERROR,
    Text("Tệp có quá nhiều giá trị", "File with too many values"),
    Text("tệp có hơn {most} {what} nên không được đọc",
         "the file holds over {most} {what} and is not read"),
    Text("chia thành nhiều tệp, hoặc xoá phần không phải của báo cáo",
         "make several files of it, or delete what is no report"),
    Text("Một tệp báo cáo có vài chục đến vài nghìn giá trị; hơn nữa là tệp lầm, và sẽ làm chậm mọi người.",
         "A report holds some dozens to some thousand values; more is another file by mistake, and would "
         "keep everybody waiting."),
)  # fmt: skip
AND_MORE = Rule(
    "KH136", Severity.ERROR,
    Text("Còn nhiều điều sai khác trong tệp", "Much else is wrong in the file"),
    Text("… và {count} điều khác trong tệp này", "… and {count} more in this file"),
    Text("sửa các điều nêu trên rồi chạy lại", "mend what is told above and run again"),
    Text("Mỗi tệp chỉ nêu 100 điều đầu tiên, theo thứ tự trong tệp.",
         "Of a file the first 100 are told, in the order in which they stand."),
)  # fmt: skip

YAML_RULES = (
    UNREADABLE, ENCODING, SYNTAX, DUPLICATE_KEY, ALIAS, TAG, DOCUMENTS, EMPTY, SHAPE, LOST_WORDS,
    CONFLICT, POINTER, TOO_MANY, AND_MORE,
)  # fmt: skip
