"""A data repository ready to work: every file of it, from templates, schemas and the registry."""

from collections.abc import Mapping
from typing import Literal

from kehoach import __version__
from kehoach.contract.schemas import FILES, schema_text
from kehoach.model.agencies import Registry
from kehoach.start.code_owners import codeowners
from kehoach.start.templates import record, template

Forge = Literal["github", "gitlab", "both"]
FORGES: tuple[Forge, ...] = ("github", "gitlab", "both")
OFFICE = "so-tu-phap"
"""The consolidating agency of the example plan."""

REGISTRY, CODEOWNERS = "data/agencies.yaml", "CODEOWNERS"
# In the package a name begins with no dot: git would obey a .gitignore wherever it lies.
_FILES = {
    "README.md": "README.md",
    "data/plan_01.yaml": "data/plan_01.yaml",
    REGISTRY: REGISTRY,
    "data/decisions.yaml": "data/decisions.yaml",
    "data/receipts.yaml": "data/receipts.yaml",
    "data/submissions/README.md": "data/submissions/README.md",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/extensions.json": "vscode/extensions.json",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
}
_FORGE_FILES = {
    "github": {
        f".github/workflows/{name}": f"github/workflows/{name}"
        for name in ("kehoach.yml", "kehoach-arrivals.yml")
    },
    "gitlab": {".gitlab-ci.yml": "gitlab-ci.yml"},
}


def starter(
    name: str, year: int, forge: Forge = "both", package: str | None = None
) -> dict[str, str]:
    """Return the files by name; ``year`` is the first of the example plan's two.

    ``package`` is what the repository's jobs and people install, as pip takes it.
    """
    values = {
        "name": name, "year": str(year), "next": str(year + 1),
        "package": package or f"kehoach=={__version__}",
    }  # fmt: skip
    files = {target: template(source, values) for target, source in _FILES.items()}
    return {
        **files,
        **forge_files(forge, values),
        **schemas(),
        CODEOWNERS: owners(files[REGISTRY], OFFICE),
    }


def forge_files(forge: Forge, values: Mapping[str, str]) -> dict[str, str]:
    """Return what makes a forge check each change."""
    wanted = _FORGE_FILES if forge == "both" else {forge: _FORGE_FILES[forge]}
    return {
        target: template(source, values)
        for each in wanted.values()
        for target, source in each.items()
    }


def schemas() -> dict[str, str]:
    """Return the JSON Schemas, written out so that an editor needs no network."""
    return {f"schemas/{kind}.json": schema_text(kind) for kind in FILES}


def owners(registry: str, office: str) -> str:
    """Return CODEOWNERS for a registry of ours, given as its file's text."""
    return codeowners(record(Registry, registry), (office,), "data/")
