r"""One small data folder with everything that a format must survive, for every format.

Plan 07 asks for a report before 2 December of each year from three departments, for tasks by the
end of March and of June 2021, and for one without a date. On 15 December 2021, by declared dates:

- the report of so-tai-chinh is dated 5 December: four days late (1 December 2021 is a Wednesday);
- so-noi-vu and so-tu-phap have sent none, fourteen days overdue: their files are wrong;
- the task was due on 31 March 2021, a Wednesday: so-tu-phap is 259 days overdue.

Titles, names, notes, keys, documents and the names of files hold markup of every kind, escapes of
terminals, commands of forges, formulas, mentions, line breaks, marks of direction, decomposed
Vietnamese, and one note of 100 KB.
"""

import unicodedata
from datetime import date

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer

AS_OF = date(2021, 12, 15)
DECOMPOSED = unicodedata.normalize("NFD", "báo cáo quý Ⅳ – Uỷ ban")
# As written between double quotes in YAML, which spells control characters by escapes.
HOSTILE = (
    r"[/nope] [bold red]x[/] [link=http://x.example]y[/link] :bomb:",
    r"\e[31m\e]0;x\a\e[2J\x9b1m",
    r"::error file=a,line=1::owned\n::set-output name=a::b\r\n##[error]x %0A::error::y",
    r"a | b \\| c `code` *b* _i_ ~~s~~ $x^2$ # h",
    r"<script>alert(1)</script> <b>&amp;</b> ]]> <!-- -->",
    r"=HYPERLINK(\"http://x.example\",\"y\") +1 -1 @sum",
    r"@all @nobody/all [y](http://x.example) www.x.example {0} {x!r}",
    r"\u202eabc\u2066def\u061c\u200f\u2028::error::x\u0085::error::y",
    DECOMPOSED,
)
_HEAD = 'schema: kehoach/submission@1\nplan: "07"\nagency: {agency}\n'
_LONG = "ạ" * 33_334  # 100 KB in UTF-8


def files() -> dict[str, str]:
    """Return the files of the example by name."""
    return {
        "plan_07.yaml": _plan(),
        "agencies.yaml": _registry(),
        "submissions/so-tai-chinh/bao-cao.yaml": _late(),
        "submissions/so-noi-vu/bao-cao.yaml": _unknown_keys(),
        "submissions/so-noi-vu/bao-cao.yaml.txt": "x",
        "submissions/so-noi-vu/viec.yaml": _proved_too_late(),
        f"submissions/so-noi-vu/{DECOMPOSED}.yaml": _unknown_items(),
        "submissions/so-tu-phap/::error file=a,line=1::b%0A.yaml": "",
        "submissions/so-tu-phap/<b>[x](y)`|@all.yaml": _cut_short(),
    }


def run_of(folder: DataFolder) -> Run:
    """Return the verdicts on the example, by declared dates."""
    return answer(folder, "data/", Question(AS_OF, git=False))


def _plan() -> str:
    return (
        'schema: kehoach/plan@1\nid: "07"\nperiod: {from: 2021-01-01, to: 2026-12-31}\n'
        f'title: "Kế hoạch thử {HOSTILE[3]} {HOSTILE[4]}"\n'
        "items:\n"
        '  - {id: "1", kind: report, title: Báo cáo, text: Báo cáo hàng năm., '
        "implement: [so-nganh], deadline: {every: year, before: 12-02}}\n"
        '  - {id: "4", kind: task, title: Rà soát, text: Rà soát., lead: [so-noi-vu], '
        "deadline: {within: 2021-06}}\n"
        '  - {id: "2", kind: task, title: Làm, text: Làm một lần., lead: [so-tu-phap], '
        "deadline: {within: 2021-03}}\n"
        f'  - {{id: "3", kind: task, title: Sau, text: Làm sau., lead: [so-tu-phap], '
        f'wording: "{HOSTILE[6]}", deadline: {{not_set: true}}}}\n'
    )


def _registry() -> str:
    names = {
        "so-tai-chinh": HOSTILE[0], "so-noi-vu": HOSTILE[4], "so-tu-phap": f"Sở Tư pháp {HOSTILE[6]}"
    }  # fmt: skip
    agencies = "".join(f'  - {{id: {id_}, name: "{name}"}}\n' for id_, name in names.items())
    return (
        f"schema: kehoach/agencies@1\nagencies:\n{agencies}"
        f"groups:\n  - {{id: so-nganh, name: Các sở, members: [{', '.join(names)}]}}\n"
    )


def _late() -> str:
    """Return a report that is right and late; what it says has nothing to do with it."""
    notes = " ".join(HOSTILE)
    return _HEAD.format(agency="so-tai-chinh") + (
        f'document: {{number: "{HOSTILE[2]}", date: 2021-12-05, title: "{HOSTILE[5]}"}}\n'
        f'note: "{_LONG}"\nreports: [{{item: "1", period: 2021, note: "{notes}"}}]\n'
    )


def _unknown_keys() -> str:
    keys = "".join(f'"{text}": x\n' for text in HOSTILE)
    return _HEAD.format(agency="so-noi-vu") + keys


def _unknown_items() -> str:
    head = _HEAD.format(agency="so-noi-vu") + "document: {number: 2/BC, date: 2021-11-29}\ntasks:\n"
    item = '  - {{item: "{}", status: done}}\n'
    return head + "".join(
        item.format(text) for text in ("[/x]", "::y::", "a|b", "<i>", "@all", "%s")
    )


def _proved_too_late() -> str:
    """Return a task whose document, of a hostile number, is younger than its completion."""
    return _HEAD.format(agency="so-noi-vu") + (
        "document: {number: 3/BC, date: 2021-05-04}\n"
        'tasks:\n  - item: "4"\n    status: done\n    completed: 2021-03-01\n'
        f'    evidence: [{{number: "{HOSTILE[7]} {HOSTILE[0]}", date: 2021-04-20}}]\n'
    )


def _cut_short() -> str:
    return _HEAD.format(agency="so-tu-phap") + f'note: "{HOSTILE[2]}\n'
