"""A report that is renamed, moved, split, joined or written anew keeps the day it first came."""

import unicodedata
from pathlib import Path

import pytest

from run.histories import PLAN, REGISTRY, Office, report
from run.received import SNV, STC

# A receipt belongs to the report, not to the file


def _then_move(office: Office, old: str, new: str, folder: Path | None = None) -> None:
    """File a report on 30 November and move something in December."""
    office.commit("2022-11-30", office.file(STC, 2022))
    (office.root / new).parent.mkdir(parents=True, exist_ok=True)
    office.git("mv", old, new)
    office.commit("2022-12-20")
    office.data = folder or office.data
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_renamed_file(office: Office) -> None:
    _then_move(
        office, f"data/submissions/{STC}/bc.yaml", f"data/submissions/{STC}/bao-cao-2022.yaml"
    )


def test_file_moved_to_a_subfolder(office: Office) -> None:
    _then_move(office, f"data/submissions/{STC}/bc.yaml", f"data/submissions/{STC}/2022/bc.yaml")


def test_moved_data_folder(office: Office) -> None:
    _then_move(office, "data", "kho/du-lieu", office.root / "kho/du-lieu")


def test_data_folder_moved_to_the_top(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    for name in ("plan_07.yaml", "agencies.yaml", "submissions"):
        office.git("mv", f"data/{name}", name)
    office.commit("2022-12-20")
    office.data = office.root
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_data_folder_moved_twice(office: Office) -> None:
    _then_move(office, "data", "a", office.root / "a")
    office.commit("2022-12-21", office.file(SNV, 2022))
    office.git("mv", "a", "b")
    office.commit("2022-12-22")
    office.data = office.root / "b"
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{SNV} 2022": "2022-12-21 git",
    }


def test_data_folder_moved_there_and_back(office: Office) -> None:
    _then_move(office, "data", "a", office.root / "a")
    office.git("mv", "a", "data")
    office.commit("2022-12-22")
    office.data = office.root / "data"
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_data_folder_moved_and_edited_at_once(office: Office) -> None:
    """The plan, the registry and the report change in the very commit that moves them."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("mv", "data", "moi")
    office.data = office.root / "moi"
    office.commit(
        "2022-12-20",
        {
            "plan_07.yaml": PLAN + "# sửa\n",
            "agencies.yaml": REGISTRY + "# sửa\n",
            f"submissions/{STC}/bc.yaml": report(STC, 2022, number="2/BC"),
        },
    )
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_data_folder_moved_on_a_branch(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.branch("don-dep")
    office.git("mv", "data", "moi")
    office.commit("2022-12-10")
    office.switch("main")
    office.commit("2022-12-11", office.file(SNV, 2022))
    whole = ("-c", "merge.directoryRenames=false")  # an older git asks where the new file is to lie
    office.git(*whole, "merge", "-q", "--no-ff", "--no-commit", "don-dep")
    office.git("mv", f"data/submissions/{SNV}", f"moi/submissions/{SNV}")
    office.data = office.root / "moi"
    office.commit("2022-12-20")
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{SNV} 2022": "2022-12-11 git",
    }


def test_a_new_folder_at_the_old_place_is_another(office: Office) -> None:
    """After the move, what is filed where the folder used to lie is not the folder's."""
    _then_move(office, "data", "moi", office.root / "moi")
    office.write(office.file(SNV, 2022), folder=office.root / "data")
    office.commit("2022-12-21")
    office.write({f"submissions/{SNV}/bc.yaml": report(SNV, 2022)})
    office.commit("2022-12-28")
    assert office.received()[f"{SNV} 2022"] == "2022-12-28 git"


def test_split_file(office: Office) -> None:
    office.commit("2022-11-30", office.file(STC, 2021, 2022))
    office.commit("2022-12-20", {**office.file(STC, 2021), **office.file(STC, 2022, name="rieng")})
    assert office.received() == {
        f"{STC} 2021": "2022-11-30 git",
        f"{STC} 2022": "2022-11-30 git",
    }


def test_joined_files(office: Office) -> None:
    office.commit("2022-11-29", office.file(STC, 2021, name="a"))
    office.commit("2022-11-30", office.file(STC, 2022, name="b"))
    office.commit(
        "2022-12-20",
        {f"submissions/{STC}/b.yaml": None, **office.file(STC, 2021, 2022, name="a")},
    )
    assert office.received() == {
        f"{STC} 2021": "2022-11-29 git",
        f"{STC} 2022": "2022-11-30 git",
    }


@pytest.mark.parametrize(
    "rewritten",
    [
        report(STC, 2022).replace("\n", "\r\n"),
        "\ufeff" + report(STC, 2022),
        report(STC, 2022).replace('  - {item: "1", period: 2022}', '- item: "1"\n  period: "2022"'),
        "# chú thích\n" + report(STC, 2022),
        unicodedata.normalize("NFD", report(STC, 2022) + "note: Đã rà soát ở tỉnh\n"),
    ],
    ids=["crlf", "bom", "reformatted", "comment", "nfd"],
)
def test_rewriting_the_file_changes_nothing(office: Office, rewritten: str) -> None:
    office.commit("2022-11-30", office.file(STC, 2022))
    office.commit("2022-12-20", {f"submissions/{STC}/bc.yaml": rewritten})
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_line_ends_converted_at_checkout(office: Office) -> None:
    """As on Windows: git keeps LF and checks out CRLF."""
    office.commit("2022-11-30", office.file(STC, 2022))
    office.git("config", "core.autocrlf", "true")
    path = office.data / f"submissions/{STC}/bc.yaml"
    path.unlink()
    office.git("checkout", "-q", "--", ".")
    assert b"\r\n" in path.read_bytes()
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


NFD = unicodedata.normalize("NFD", "báo cáo Sở Tài chính")


@pytest.mark.parametrize(
    "name",
    [
        unicodedata.normalize("NFC", NFD),
        NFD,
        "có dấu cách",
        "\"ngoặc kép\" và 'đơn'",
        "[*]?",
        "-x",
        "--help",
        "tab\tở giữa",
        "xuống\ndòng",
        ":(top)",
        "\x01hai\x02ba",
        "$(HOME)`id`",
        "a" * 200,
    ],
)
def test_file_names(office: Office, name: str) -> None:
    """Git is asked with -z and never given a name: whatever stands in one is read as it is."""
    office.commit("2022-11-30", office.file(STC, 2022, name=name))
    office.commit("2022-12-20", office.file(STC, 2022, 2023, name=name))
    assert office.received() == {
        f"{STC} 2022": "2022-11-30 git",
        f"{STC} 2023": "2022-12-20 git",
    }


def test_nfc_and_nfd_names_are_one_report(office: Office) -> None:
    nfc = unicodedata.normalize("NFC", NFD)
    office.commit("2022-11-30", office.file(STC, 2022, name=nfc))
    old = {f"submissions/{STC}/{nfc}.yaml": None}
    office.commit("2022-12-20", {**old, **office.file(STC, 2022, name=NFD)})
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


@pytest.mark.parametrize("name", ["dữ liệu", "a b", "-d", "[*]", "dòng\nmới", '"'])
def test_names_of_the_data_folder(tmp_path: Path, name: str) -> None:
    office = Office(tmp_path / "kho", data=name)
    office.commit("2022-11-30", office.file(STC, 2022))
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}


def test_mail_map_changes_nothing(office: Office) -> None:
    """Committers are known by the addresses in the commits themselves."""
    office.commit("2022-11-30", office.file(STC, 2022))
    (office.root / ".mailmap").write_text("Ai đó <khac@example.vn> <van-thu@stc.example.vn>\n")
    office.commit("2022-12-01")
    assert office.received() == {f"{STC} 2022": "2022-11-30 git"}
    made = [(each.author, each.committer) for each in office.history().timeline.commits]
    assert set(made) == {("van-thu@stc.example.vn", "van-thu@stc.example.vn")}
