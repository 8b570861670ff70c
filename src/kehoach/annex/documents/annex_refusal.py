"""Why a document cannot be read as an annex, in one line; and how large one may be."""

from kehoach.words import Text

MOST_BYTES = 50_000_000  # of the file
MOST_UNPACKED = 150_000_000  # of all that is unpacked of it
MOST_PARTS = 5_000
MOST_ELEMENTS = 3_000_000
MOST_DEPTH = 250
MOST_CELLS = 400_000
MOST_COLUMNS = 300


class AnnexRefused(Exception):  # noqa: N818 - it is the document that cannot be read
    """The document cannot be read; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


BROKEN = Text("tệp hỏng, không mở được", "the file is broken and cannot be opened")
ENCRYPTED = Text(
    "tệp có mật khẩu; bỏ mật khẩu rồi nhập lại", "the file has a password; remove it first"
)
TOO_LARGE = Text("tệp quá lớn để là một phụ lục", "the file is too large to be an annex")
ENTITIES = Text(
    "tệp khai báo DTD hoặc thực thể XML, không đọc", "the file declares a DTD or XML entities"
)
TOO_WIDE = Text(
    f"bảng quá lớn (hơn {MOST_CELLS} ô hoặc {MOST_COLUMNS} cột)",
    f"a table is too large (over {MOST_CELLS} cells or {MOST_COLUMNS} columns)",
)
