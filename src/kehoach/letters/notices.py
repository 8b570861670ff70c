"""What several letters say: who writes them, the State, and what must be known before reading."""

from collections.abc import Iterator
from typing import TypeVar

from kehoach.document import Prose
from kehoach.explanations.labels import SAMPLE
from kehoach.explanations.provenance import telling_policy
from kehoach.explanations.uncounted import anyway_words
from kehoach.model.ids import AgencyId, BodyId
from kehoach.model.plan import Plan
from kehoach.run import Run
from kehoach.words import Lang, Text

_Body = TypeVar("_Body", bound=BodyId)
STATE = Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
MOTTO = Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
SOMEBODY = Text("Cơ quan theo dõi", "The office that follows the plan")
_LEFT_OUT = Text(
    "Chưa tính {count} tệp không đọc được: {files} (xem kehoach check)",
    "{count} unreadable {count:file|files} {count:is|are} not counted: {files} (see kehoach check)",
)
_FEW_FILES = 3


def notices(run: Run, lang: Lang, sample: bool) -> Iterator[Prose]:
    """Yield that invented data is counted (``sample``), and what could not be counted."""
    if sample:
        yield Prose(SAMPLE.to(lang), "notice")
    if uncounted := anyway_words(run):
        yield Prose(uncounted.to(lang), "notice")
    if left := run.workspace.left_out:
        files = ", ".join(left[:_FEW_FILES]) + (" …" if len(left) > _FEW_FILES else "")
        yield Prose(_LEFT_OUT.to(lang, count=len(left), files=files), "notice")


def telling(run: Run, lang: Lang) -> Iterator[Prose]:
    """Yield that every declared day counts, where a plan says so."""
    return (Prose(said, "notice") for said in telling_policy(run, lang))


def writer(run: Run, plan: Plan) -> AgencyId | None:
    """Return who writes the letters of a plan: its consolidating office, else its issuer."""
    return successor(run, plan.policy.consolidator) or successor(run, plan.issuer)


def successor(run: Run, id_: _Body | None) -> _Body | AgencyId | None:
    """Return who stands in the place of a body at the date of the run: mostly itself."""
    heirs = run.registry.heirs_on(id_, run.as_of) if id_ else ()
    return heirs[0] if heirs else id_
