"""What several letters say: who writes them, the State, and what must be known before reading."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from kehoach.document import Prose
from kehoach.explanations.labels import SAMPLE
from kehoach.explanations.provenance import takes_every_day, telling_policy
from kehoach.explanations.uncounted import anyway_words
from kehoach.model.file_names import SUBMISSIONS, owner
from kehoach.model.ids import AgencyId, BodyId
from kehoach.model.plan import Plan
from kehoach.run import Account
from kehoach.words import Lang, Text

_Body = TypeVar("_Body", bound=BodyId)
STATE = Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
MOTTO = Text("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
SOMEBODY = Text("Cơ quan theo dõi", "The office that follows the plan")
_LEFT_OUT = Text(
    "Chưa tính {count} tệp báo cáo không đọc được{whose}",
    "{count} unreadable {count:file|files} {count:is|are} not counted{whose}",
)
_OF = Text(" của {names}", " of {names}")
DECLARED_DAYS = Text(
    "Mọi ngày hoàn thành do cơ quan tự khai đều được tính, dù báo vào lúc nào",
    "Every day of completion that an agency declares counts, whenever it was told",
)
_FEW_NAMES = 3


def notices(run: Account, lang: Lang, sample: bool) -> Iterator[Prose]:
    """Yield that invented data is counted (``sample``), and what could not be counted."""
    if sample:
        yield Prose(SAMPLE.to(lang), "notice")
    if uncounted := anyway_words(run):
        yield Prose(uncounted.to(lang), "notice")
    yield from _left_out(run, run.workspace.left_out, lang)


def letter_notices(run: Account, agency: AgencyId, lang: Lang) -> Iterator[Prose]:
    """Yield the same for a letter to one agency: a file of somebody else's says nothing of it.

    Who has sent nothing is judged by what the same files say of all: invented ones are told anywhere.
    """
    mine = list(_concerning(run, agency, run.workspace.left_out))
    if run.invented:
        yield Prose(SAMPLE.to(lang), "notice")
    if uncounted := anyway_words(run):
        yield Prose(uncounted.to(lang), "notice")
    yield from _left_out(run, mine, lang)
    if takes_every_day(run):
        yield Prose(DECLARED_DAYS.to(lang), "notice")


def _concerning(run: Account, agency: AgencyId, files: Iterable[str]) -> Iterator[str]:
    """Yield the files that may be of a body or of one to which it succeeded."""
    for name in files:
        folder = _folder(name)
        known = folder in run.registry.agency and folder != agency
        if not (folder and known and agency not in run.registry.succession(folder)):
            yield name


def _folder(name: str) -> str | None:
    """Return the agency's folder in which a file lies; ``None`` of what the office keeps."""
    return owner(name) if name.startswith(f"{SUBMISSIONS}/") else None


def _left_out(run: Account, files: Sequence[str], lang: Lang) -> Iterator[Prose]:
    """Yield how many files could not be read, and whose: their names are told beside the letter."""
    if not files:
        return
    folders = dict.fromkeys(filter(None, map(_folder, files)))
    names = ", ".join(map(run.agency_name, list(folders)[:_FEW_NAMES]))
    names += " …" if len(folders) > _FEW_NAMES else ""
    whose = _OF.to(lang, names=names) if names else ""
    yield Prose(_LEFT_OUT.to(lang, count=len(files), whose=whose), "notice")


def telling(run: Account, lang: Lang) -> Iterator[Prose]:
    """Yield that every declared day counts, where a plan says so."""
    return (Prose(said, "notice") for said in telling_policy(run, lang))


def writer(run: Account, plan: Plan) -> AgencyId | None:
    """Return who writes the letters of a plan: its consolidating office, else its issuer."""
    return successor(run, plan.policy.consolidator) or successor(run, plan.issuer)


def successor(run: Account, id_: _Body | None) -> _Body | AgencyId | None:
    """Return who stands in the place of a body at the date of the run: mostly itself."""
    heirs = run.registry.heirs_on(id_, run.as_of) if id_ else ()
    return heirs[0] if heirs else id_
