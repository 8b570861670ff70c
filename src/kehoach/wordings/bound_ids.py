"""Those whom a wording's rules bind, by the ids that the registry gives them."""

from collections.abc import Iterator, Mapping, Sequence

from kehoach.model.agencies import Registry
from kehoach.wordings.file_forms import Form
from kehoach.wordings.understanding import BoundBody
from kehoach.words import Text, fold

_KEY = "agencies"
_NOTHING = Text("", "")
_UNKNOWN = Text(
    "; agencies.yaml không có tên nào là {words}: thay mã ấy trong “agencies” bằng mã của đơn vị hay nhóm "
    "có trong sổ",
    "; agencies.yaml has no name {words}: put the id of an agency or a group of it in place of the one in "
    "“agencies”",
)


def with_own_ids(
    forms: Sequence[Form], bodies: Sequence[BoundBody], registry: Registry
) -> tuple[tuple[Form, ...], Text]:
    """Return the rules with the registry's ids in place of those made of words; and who has none there."""
    names = dict(_names(registry))
    known = {body.id: names[key] for body in bodies if (key := fold(body.text)) in names}
    lost = ", ".join(f"“{body.text}”" for body in bodies if body.id not in known)
    renamed = tuple(_renamed(form, known) for form in forms)
    return renamed, _UNKNOWN.filled(words=lost) if lost else _NOTHING


def _names(registry: Registry) -> Iterator[tuple[str, str]]:
    """Yield the folded names of groups and agencies, and their ids; of one name an agency is the last."""
    for group in reversed(registry.groups):
        yield from ((fold(name), group.id) for name in (group.name, *group.variants))
    for agency in reversed(registry.agencies):
        yield from ((fold(name), agency.id) for name in (agency.name, *agency.variants))


def _renamed(form: Form, known: Mapping[str, str]) -> Form:
    ids = form.get(_KEY)
    if not isinstance(ids, list | tuple):
        return form
    return {**form, _KEY: [known.get(str(each), each) for each in ids]}
