"""A data repository ready to work: every file of it, from templates, schemas and the registry."""

from collections.abc import Mapping
from typing import Literal

from kehoach.contract.schemas import FILES, schema_text
from kehoach.model.agencies import Registry
from kehoach.start.code_owners import codeowners
from kehoach.start.package_source import PackageSource
from kehoach.start.templates import record, template
from kehoach.words import Lang, Text

Forge = Literal["github", "gitlab", "forgejo", "both", "none"]
FORGES: tuple[Forge, ...] = ("github", "gitlab", "forgejo", "both", "none")
OFFICE = "so-tu-phap"
"""The consolidating agency of the example plan."""

REGISTRY, CODEOWNERS = "data/agencies.yaml", "CODEOWNERS"
# In the package a name begins with no dot: git would obey a .gitignore wherever it lies.
_FILES = {
    "README.md": "README.{lang}.md",
    "data/plan_01.yaml": "data/plan_01.yaml",
    REGISTRY: REGISTRY,
    "data/decisions.yaml": "data/decisions.yaml",
    "data/receipts.yaml": "data/receipts.yaml",
    "data/checks.yaml": "data/checks.yaml",
    "data/submissions/README.md": "data/submissions/README.{lang}.md",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/extensions.json": "vscode/extensions.json",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
}
_JOBS = ("kehoach.yml", "kehoach-arrivals.yml")
_FORGE_FILES = {
    "github": {f".github/workflows/{name}": f"github/workflows/{name}" for name in _JOBS},
    "gitlab": {".gitlab-ci.yml": "gitlab-ci.yml"},
    "forgejo": {f".forgejo/workflows/{name}": f"forgejo/workflows/{name}" for name in _JOBS},
}
_WANTED: Mapping[Forge, tuple[str, ...]] = {
    "github": ("github",), "gitlab": ("gitlab",), "forgejo": ("forgejo",),
    "both": ("github", "gitlab"), "none": (),
}  # fmt: skip
# What the repository's own files and jobs are called.
_CALLED = {
    "check": Text("kiem-tra", "check"), "state": Text("tinh-hinh", "state"),
    "record": Text("ghi-ngay-nhan", "record-arrivals"), "log": Text("nhat-ky-tiep-nhan", "arrival-log"),
    "page": Text("trang", "page"),
    "letters": Text("don-doc", "reminders"), "whole": Text("tong-hop", "consolidated"),
}  # fmt: skip


def starter(
    name: str, year: int, source: PackageSource, forge: Forge = "both", lang: Lang = "vi"
) -> dict[str, str]:
    """Return the files by name; ``year`` is the first of the example plan's two.

    ``source`` is from where the repository's jobs and people install; its own files stand beside these.
    """
    values = {
        "name": name, "year": str(year), "next": str(year + 1), "job": source.job, "desk": source.desk,
        **{key: name.to(lang) for key, name in _CALLED.items()},
    }  # fmt: skip
    values["mistake"] = template("mistake.txt", values, lang).rstrip()
    wanted = _FILES | {k: v for each in _WANTED[forge] for k, v in _FORGE_FILES[each].items()}
    files = {to: template(of.format(lang=lang), values, lang) for to, of in wanted.items()}
    return {**files, **schemas(), CODEOWNERS: owners(files[REGISTRY], OFFICE, lang)}


def schemas() -> dict[str, str]:
    """Return the JSON Schemas, written out so that an editor needs no network."""
    return {f"schemas/{kind}.json": schema_text(kind) for kind in FILES}


def owners(registry: str, office: str, lang: Lang = "vi") -> str:
    """Return CODEOWNERS for a registry of ours, given as its file's text."""
    return codeowners(record(Registry, registry), (office,), "data/", lang)
