"""The list of a portfolio, with every mistake in it found at once."""

from collections.abc import Iterator
from pathlib import Path

from kehoach.diagnostics import Finding, Place, Rule, Severity
from kehoach.model.portfolio_list import PortfolioList
from kehoach.reading.folder import DataFolder
from kehoach.reading.model_values import validate
from kehoach.reading.workspace_reading import Unusable
from kehoach.reading.yaml_files.yaml_text import Refused, decode, read_mapping
from kehoach.words import Text

LISTED_TWICE = Rule(
    "KH530", Severity.ERROR,
    Text("Kho được liệt kê hai lần", "A repository is listed twice"),
    Text("“{value}” đã được liệt kê ở trên", "“{value}” is listed above already"),
    Text("mỗi kho chỉ ghi một lần, với một mã riêng", "list each repository once, with an id of its own"),
    Text("Kho được liệt kê hai lần sẽ bị cộng hai lần vào số liệu chung.",
         "What is listed twice would be added to the totals twice."),
)  # fmt: skip
NONE_LISTED = Rule(
    "KH531", Severity.ERROR,
    Text("Danh sách kho còn trống", "No repository is listed"),
    Text("danh sách “repositories” còn trống", "the list “repositories” is empty"),
    Text("ghi ít nhất một kho: {{id: bac-giang, path: bac-giang}}",
         "list at least one: {{id: bac-giang, path: bac-giang}}"),
    Text("Không có kho nào thì không có gì để cộng.", "Without a repository there is nothing to add up."),
)  # fmt: skip
LIST_RULES = (LISTED_TWICE, NONE_LISTED)


def read_portfolio(folder: DataFolder, name: str) -> PortfolioList:
    """Return the list that stands in a file of a folder.

    Raises:
        Unusable: it cannot be read, or lists something twice; every mistake is carried along.
    """
    try:
        text = decode(folder.take(name), name)
        data, found = read_mapping(text, name, "portfolio")
    except Refused as refused:
        raise Unusable((refused.finding,)) from None
    listed, wrong = validate(PortfolioList, data, name, len(text))
    found += wrong
    if listed is not None:
        found += _listed_wrongly(listed, name)
    if listed is None or found:
        raise Unusable(tuple(found))
    return listed


def _listed_wrongly(listed: PortfolioList, name: str) -> Iterator[Finding]:
    """Yield what each file alone cannot show to be wrong: one repository twice, or none at all."""
    if not listed.repositories:
        yield Finding(NONE_LISTED, Place(name, ("repositories",)), {})
    ids: set[str] = set()
    places: set[tuple[str, str | None]] = set()
    for index, each in enumerate(listed.repositories):
        place = (Path(each.path).as_posix(), each.rev)
        if each.id in ids:
            yield Finding(
                LISTED_TWICE, Place(name, ("repositories", index, "id")), {"value": each.id}
            )
        elif place in places:
            yield Finding(
                LISTED_TWICE, Place(name, ("repositories", index, "path")), {"value": each.path}
            )
        ids.add(each.id)
        places.add(place)
