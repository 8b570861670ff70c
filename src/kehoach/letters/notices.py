"""What several letters say: the head of the State, and what must be known before reading."""

from collections.abc import Iterator

from kehoach.explanations.labels import SAMPLE
from kehoach.letters.document import Prose
from kehoach.run import Run
from kehoach.words import Lang, Text

STATE = Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
MOTTO = Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
SOMEBODY = Text("Cơ quan theo dõi", "The office that follows the plan")
_LEFT_OUT = Text(
    "Chưa tính {count} tệp không đọc được: {files} (xem kehoach check)",
    "{count} unreadable files are not counted: {files} (see kehoach check)",
)
_FEW_FILES = 3


def notices(run: Run, lang: Lang, sample: bool) -> Iterator[Prose]:
    """Yield that invented data is counted (``sample``), and which files could not be read."""
    if sample:
        yield Prose(SAMPLE.to(lang), "notice")
    if left := run.workspace.left_out:
        files = ", ".join(left[:_FEW_FILES]) + (" …" if len(left) > _FEW_FILES else "")
        yield Prose(_LEFT_OUT.to(lang, count=len(left), files=files), "notice")
