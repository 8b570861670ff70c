"""Which data folder is found from where one stands, and which is refused."""

from pathlib import Path

import pytest

from kehoach.reading.folder import DataFolder, find_data_folder
from kehoach.reading.folder_place import NoDataFolder


def write_plan(place: Path, name: str = "plan_07.yaml") -> Path:
    """Make a folder that holds a plan."""
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_text("schema: kehoach/plan@1\n", encoding="utf-8")
    return place


def test_the_nearest_data_folder_upward_is_found(tmp_path: Path) -> None:
    data = write_plan(tmp_path / "data")
    deep = data / "submissions" / "so-tai-chinh"
    deep.mkdir(parents=True)
    beside = tmp_path / "docs" / "x"
    beside.mkdir(parents=True)
    for here in (tmp_path, data, deep, beside):
        assert find_data_folder(None, here).root == data


def test_a_nearer_folder_of_plans_wins(tmp_path: Path) -> None:
    write_plan(tmp_path / "data")
    inner = write_plan(tmp_path / "khac" / "ke-hoach")
    assert find_data_folder(None, inner).root == inner
    assert find_data_folder(None, tmp_path / "khac").root == tmp_path / "data"


def test_a_data_folder_without_a_plan_is_passed_over(tmp_path: Path) -> None:
    data = write_plan(tmp_path / "data")
    (tmp_path / "app" / "data").mkdir(parents=True)
    assert find_data_folder(None, tmp_path / "app").root == data


@pytest.mark.parametrize(
    "name", ["plan_07.yaml", "plan_07.yml", "plan_07.YAML", "plan_Kế hoạch.Yml"]
)
def test_a_plan_is_known_by_its_name_in_every_spelling(tmp_path: Path, name: str) -> None:
    data = write_plan(tmp_path / "data", name)
    assert find_data_folder(None, tmp_path).root == data
    assert find_data_folder(tmp_path, Path("/")).root == data
    assert DataFolder(data).plans() == (name,)


@pytest.mark.parametrize("name", ["plan.yaml", "plan_07.txt", "plan_07.yaml.txt", "Plan_07.yaml"])
def test_other_names_are_no_plan(tmp_path: Path, name: str) -> None:
    write_plan(tmp_path / "data", name)
    with pytest.raises(NoDataFolder):
        find_data_folder(None, tmp_path / "data")


def test_the_folder_given_is_taken_or_its_data_folder(tmp_path: Path) -> None:
    data = write_plan(tmp_path / "data")
    empty = tmp_path / "empty"
    empty.mkdir()
    assert find_data_folder(data, Path("/")).root == data
    assert find_data_folder(tmp_path, Path("/")).root == data
    assert find_data_folder(empty, tmp_path).root == empty


@pytest.mark.parametrize("name", ["nowhere", "a-file"])
def test_a_folder_given_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    """Never does the program fall back to another folder than the one that was named."""
    write_plan(tmp_path / "data")
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    with pytest.raises(NoDataFolder):
        find_data_folder(tmp_path / name, tmp_path)
