"""What is wrong in ``checks.yaml``: whatever it says must have an effect, and may not hide lateness."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from kehoach.diagnostics import Affair, Example, Finding, Place, Rule, Severity, Value
from kehoach.model import file_names
from kehoach.model.check_settings import Baselined, CheckSettings, Ignore
from kehoach.model.workspace import Workspace
from kehoach.run.sifting import baselined, known_as
from kehoach.words import Text, captions
from kehoach.words.nearness import did_you_mean, nearest

_FILE = file_names.CHECKS
_HEAD = "schema: kehoach/checks@1\n"
_ENTRY = (
    _HEAD + "ignore:\n  - {{rule: {}, file: submissions/so-tai-chinh/*, "
    "reason: đã thống nhất bằng văn bản 12/STP-VP, until: {}}}\n"
)
_BAD_ITEM = (
    'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
    "document: {number: 1/BC-STC, date: 2021-11-29}\n"
    "tasks:\n  - {item: II.9.z, status: done, completed: 2021-07-01}\n"
)
_REPORT = ("submissions/so-tai-chinh/a.yaml", _BAD_ITEM)
IDLE_IGNORE = Rule(
    "KH562", Severity.WARNING,
    Text("Bỏ qua điều không có", "An ignore that ignores nothing"),
    Text("không có phát hiện {rule} nào khớp với mục này{near}",
         "no finding {rule} fits this entry{near}"),
    Text("xoá mục này, hoặc sửa rule, file, agency, item, period cho khớp",
         "take the entry out, or mend its rule, file, agency, item, period"),
    Text("Một mục bỏ qua còn nằm lại sẽ che lỗi khác về sau mà không ai hay.",
         "An entry that stays behind would hide another mistake later, and nobody would know."),
    Example(_ENTRY.format("KH405", "2022-12-31"), _ENTRY.format("KH403", "2022-12-31"), _FILE,
            beside=_REPORT),
    affair=Affair.OFFICE, always=True,
)  # fmt: skip
ENDED_IGNORE = Rule(
    "KH563", Severity.WARNING,
    Text("Mục bỏ qua đã hết hạn", "An ignore that has ended"),
    Text("mục bỏ qua {rule} đã hết hạn ngày {until}, không còn tác dụng",
         "this entry ignored {rule} until {until} and has no effect any more"),
    Text("xử lý xong điều đó rồi xoá mục này; chưa xong thì ghi ngày mới cùng lý do",
         "settle the matter and take the entry out; where it is not settled, write a new day and why"),
    Text("Mỗi điều bỏ qua có ngày kết thúc, để việc còn lại không bị quên.",
         "Whatever is ignored has an end, so that what is left to do is not forgotten."),
    Example(_ENTRY.format("KH403", "2021-10-31"), _ENTRY.format("KH403", "2021-12-31"), _FILE,
            beside=_REPORT),
    affair=Affair.OFFICE, always=True,
)  # fmt: skip
UNKNOWN_SETTING = Rule(
    "KH564", Severity.ERROR,
    Text("checks.yaml nêu điều không có", "checks.yaml names what does not exist"),
    Text("không có {what} “{asked}”{meant}", "there is no {what} “{asked}”{meant}"),
    Text("sửa mã thành {better}", "write {better} instead"),
    Text("Mã viết sai thì không mức nào được đổi, không điều gì được bỏ qua.",
         "With a slip in an id nothing is changed, and nothing is passed over."),
    Example(_HEAD + "severity: {KH430: error}\n", _HEAD + "severity: {KH403: warning}\n", _FILE),
    affair=Affair.OFFICE, always=True,
)  # fmt: skip
NOT_ADJUSTABLE = Rule(
    "KH565", Severity.ERROR,
    Text("Điều không bỏ qua, không đổi mức được", "What can be neither ignored nor changed"),
    Text("{rule} ({title}) không bỏ qua, không đổi mức được",
         "{rule} ({title}) can be neither ignored nor changed"),
    Text("xoá dòng này; trễ hạn thì ghi gia hạn, miễn, tạm dừng vào decisions.yaml, tệp sai thì sửa tệp",
         "take it out; of lateness record an extension, waiver or pause in decisions.yaml, of a broken "
         "file mend the file"),
    Text("Trễ hạn là kết luận, tệp không đọc được là báo cáo bị mất: che đi thì kết quả không còn đúng.",
         "Lateness is the verdict, and a file that is not read is a report lost: hidden, the answer would "
         "no longer be true."),
    Example(_HEAD + "severity: {KH502: error}\n", _HEAD + "severity: {KH403: warning}\n", _FILE),
    affair=Affair.OFFICE, always=True,
)  # fmt: skip
MENDED = Rule(
    "KH566", Severity.WARNING,
    Text("Điều có từ trước nay không còn", "What was there before is there no more"),
    Text("{count} phát hiện {rule} trong {file} nay không còn",
         "{count} {count:finding|findings} {rule} in {file} {count:is|are} there no more"),
    Text("kehoach check --baseline bỏ nó ra khỏi checks.yaml",
         "kehoach check --baseline takes it out of checks.yaml"),
    Text("Danh sách có từ trước chỉ ngắn đi: còn để lại thì lỗi cũ có thể quay lại mà không ai thấy.",
         "The baseline only shrinks: what is left in it would let an old mistake come back unseen."),
    Example(_HEAD + "baseline:\n  - {rule: KH403, file: submissions/so-tai-chinh/a.yaml, mark: 0a1b2c3d}\n",
            _HEAD + "baseline: []\n", _FILE),
    affair=Affair.OFFICE, always=True,
)  # fmt: skip
GROWN = Rule(
    "KH567", Severity.ERROR,
    Text("Danh sách có từ trước dài ra", "The baseline has grown"),
    Text("thay đổi này thêm {count} phát hiện {rule} trong {file} vào danh sách có từ trước",
         "the change adds {count} {count:finding|findings} {rule} in {file} to the baseline"),
    Text("xoá dòng đó; cần bỏ qua thì ghi vào ignore, có lý do và ngày kết thúc",
         "take it out; what has to be passed over stands under ignore, with a reason and an end"),
    Text("Danh sách có từ trước chỉ để bắt đầu: lỗi mới không được coi là lỗi cũ.",
         "The baseline serves to begin with: a new mistake is not to pass for an old one."),
    affair=Affair.OFFICE, always=True,
)  # fmt: skip
SETTING_RULES = (IDLE_IGNORE, ENDED_IGNORE, UNKNOWN_SETTING, NOT_ADJUSTABLE, MENDED, GROWN)
_NEAR = Text("; gần nhất: {file}{whom}", "; the nearest: {file}{whom}")
_REAL = Text("mã có thật", "one that exists")
_A_RULE = Text("mã phát hiện", "finding")


def doubtful_settings(
    settings: CheckSettings,
    workspace: Workspace,
    found: Sequence[Finding],
    as_of: date,
    *,
    thorough: bool,
    git: bool,
) -> Iterator[Finding]:
    """Yield what is wrong in the settings of the checks, given all else that was found.

    ``thorough``: everything was looked for; ``git``: it was asked too. What no files alone can show, a
    rule without an example, was not looked for where it was not.
    """
    from kehoach.run.rulebook import all_rules  # noqa: PLC0415 - it holds the rules of this module too

    rules = {rule.code: rule for rule in all_rules()}
    heard = frozenset(_heard(rules.values(), git=git) if thorough else ())
    for place, code in _codes(settings):
        yield from _wrong_code(place, code, rules)
    for index, entry in enumerate(settings.ignore):
        unknown = list(_unknown(workspace, index, entry))
        yield from unknown or _without_effect(index, entry, found, as_of, rules, heard)
    yield from _mended(settings.baseline or (), found, heard)


def _heard(rules: Iterable[Rule], *, git: bool) -> Iterator[str]:
    """Yield the codes of what was looked for."""
    return (rule.code for rule in rules if git or rule.example)


def _codes(settings: CheckSettings) -> Iterator[tuple[Place, str]]:
    """Yield every code of a rule with its place."""
    for code in settings.severity:
        yield Place(_FILE, ("severity", code), key=True), code
    for index, entry in enumerate(settings.ignore):
        yield Place(_FILE, ("ignore", index, "rule")), entry.rule


def _wrong_code(place: Place, code: str, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    if code not in rules:
        yield _no_such(place, _A_RULE, code, dict.fromkeys(rules, ()))
    elif not rules[code].adjustable:
        yield Finding(NOT_ADJUSTABLE, place, {"rule": code, "title": rules[code].title})


def _unknown(workspace: Workspace, index: int, entry: Ignore) -> Iterator[Finding]:
    """Yield the agency and the item of an entry that do not exist."""
    agencies: dict[str, Iterable[str]] = {
        each.id: (each.name,) for each in workspace.registry.agencies
    }
    items: dict[str, Iterable[str]] = {
        item.id: (item.title,) for each in workspace.plans for item in each.plan.items
    }
    place = ("ignore", index)
    if entry.agency and entry.agency not in agencies:
        yield _no_such(Place(_FILE, (*place, "agency")), captions.AN_AGENCY, entry.agency, agencies)
    if entry.item and entry.item not in items:
        yield _no_such(Place(_FILE, (*place, "item")), captions.AN_ITEM, entry.item, items)


def _no_such(place: Place, what: Text, asked: str, called: Mapping[str, Iterable[str]]) -> Finding:
    near = nearest(asked, called, most=1)
    values: dict[str, Value] = {"what": what, "asked": asked, "meant": did_you_mean(near)}
    return Finding(UNKNOWN_SETTING, place, {**values, "better": near[0] if near else _REAL})


def _without_effect(
    index: int,
    entry: Ignore,
    found: Sequence[Finding],
    as_of: date,
    rules: Mapping[str, Rule],
    heard: Container[str],
) -> Iterator[Finding]:
    """Yield why an entry passes nothing over; what was probably meant is the first of its rule."""
    if entry.rule not in rules or not rules[entry.rule].adjustable:
        return  # that is told already
    place = Place(_FILE, ("ignore", index))
    if not entry.holds(as_of):
        values: dict[str, Value] = {"rule": entry.rule, "until": entry.until}
        yield Finding(ENDED_IGNORE, place._replace(route=("ignore", index, "until")), values)
    elif entry.rule in heard and not any(map(entry.fits, found)):
        near = next((each for each in found if each.rule.code == entry.rule), None)
        yield Finding(IDLE_IGNORE, place, {"rule": entry.rule, "near": _near(near)})


def _near(finding: Finding | None) -> Text | str:
    if finding is None:
        return ""
    named = ", ".join(each for each in finding.subject if each)
    return _NEAR.filled(file=finding.place.file, whom=f" ({named})" if named else "")


def _mended(
    rows: Sequence[Baselined], found: Iterable[Finding], heard: Container[str]
) -> Iterator[Finding]:
    """Yield the rows of the baseline of which less is found than they say."""
    now = Counter(map(known_as, found))
    for index, row in enumerate(rows):
        known = (row.rule, row.file, row.mark)
        here = min(row.count, now[known])
        now[known] -= here
        if row.rule in heard and here < row.count:
            values: dict[str, Value] = {
                "rule": row.rule,
                "file": row.file,
                "count": row.count - here,
            }
            yield Finding(MENDED, Place(_FILE, ("baseline", index)), values)


def grown(old: CheckSettings | None, new: CheckSettings | None) -> Iterator[Finding]:
    """Yield what a change added to a baseline that was there."""
    if old is None or old.baseline is None or new is None:
        return
    allowed = baselined(old.baseline)
    for index, row in enumerate(new.baseline or ()):
        known = (row.rule, row.file, row.mark)
        more = row.count - min(row.count, allowed[known])
        allowed[known] -= row.count - more
        if more:
            values: dict[str, Value] = {"rule": row.rule, "file": row.file, "count": more}
            yield Finding(GROWN, Place(_FILE, ("baseline", index)), values)
