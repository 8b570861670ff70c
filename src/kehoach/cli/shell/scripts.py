"""The completion scripts by the names of their shells."""

from importlib.resources import files

from kehoach.cli import shell

SCRIPTS = {
    "bash": "completion.bash",
    "zsh": "completion.zsh",
    "fish": "completion.fish",
    "powershell": "completion.ps1",
}


def script(name: str) -> str:
    """Return the script of a shell.

    Raises:
        KeyError: there is none for it.
    """
    return files(shell).joinpath(SCRIPTS[name]).read_text(encoding="utf-8")
