"""Files that anybody may commit, each of which tells of itself should anything ever run it.

``plant(folder, told)`` puts them into a folder; whatever is run writes its name into ``told``.
``command(place)`` is this program as pip installs it: a script, beside which Python looks for modules.
"""

import sys
from pathlib import Path

# What Python would load in the place of its own, or of a library's, from the folder it stands in.
MODULES = (
    "venv", "pip", "ensurepip", "site", "sitecustomize", "usercustomize", "kehoach", "yaml", "typer",
    "rich", "pydantic", "json", "encodings", "re", "os", "zoneinfo", "tempfile", "openpyxl",
    "setuptools", "conftest", "setup", "_virtualenv", "multiprocessing", "threading", "signal", "struct",
)  # fmt: skip
# What a shell, or git, would run in the place of its own.
PROGRAMS = (
    "python", "python3", "pip", "pip3", "git", "bash", "sh", "cp", "cat", "env", "canary.sh",
)  # fmt: skip
TEXTS = {
    "x.pth": "import canary\n",
    "pyvenv.cfg": "home = .\n",
    "setup.cfg": "[options]\nsetup_requires = canary\n[egg_info]\ntag_build = canary\n",
    "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "canary"\nbackend-path = ["."]\n',
    "tox.ini": "[tox]\n",
    "pytest.ini": "[pytest]\naddopts = -p canary\n",
    "pip.conf": "[global]\nindex-url = file:///canary\n",
    "pip.ini": "[global]\nindex-url = file:///canary\n",
    ".pypirc": "[pypi]\n",
    ".netrc": "machine x login y password z\n",
    ".gitmodules": '[submodule "x"]\n\tpath = data\n\turl = ext::sh -c canary\n\tupdate = !canary\n',
    ".gitconfig": "[core]\n\tfsmonitor = canary\n\tpager = canary\n",
    ".pre-commit-config.yaml": "repos: [{repo: local, hooks: [{id: x, entry: canary}]}]\n",
}
ATTRIBUTES = "* filter=canary diff=canary merge=canary ident\n"
_TELLING = "open({told!r}, 'a').write({name!r} + '\\n')\nraise SystemExit(99)\n"
_PROGRAM = "#!/bin/sh\nprintf '%s\\n' {name} >> '{told}'\nexit 99\n"
_SCRIPT = "#!{python}\nimport sys\nfrom kehoach.cli.entry import main\n"
_SCRIPT += "if __name__ == '__main__':\n    sys.exit(main())\n"


def plant(folder: Path, told: Path) -> None:
    """Put all of them into a folder, beside what is there; a module is there as a file and as a folder."""
    for name in (*MODULES, "canary"):
        words = _TELLING.format(told=str(told), name=f"{folder.name}/{name}")
        (folder / f"{name}.py").write_text(words, encoding="utf-8")
        if name not in PROGRAMS:
            (folder / name).mkdir()
            (folder / name / "__init__.py").write_text(words, encoding="utf-8")
    for name in PROGRAMS:
        runnable(folder / name, _PROGRAM.format(told=told, name=f"{folder.name}/{name}"))
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")


def runnable(path: Path, text: str) -> None:
    """Write a program."""
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def command(place: Path) -> str:
    """Return this program as pip installs it, in a folder that is made for it."""
    place.mkdir(parents=True, exist_ok=True)
    runnable(place / "kehoach", _SCRIPT.format(python=sys.executable))
    return str(place / "kehoach")
