"""How git is asked: alike whatever a user or a clone has configured, and running nothing of theirs."""

import os

OPTIONS = (
    "--no-replace-objects", "-c", "core.quotePath=false", "-c", "color.ui=false",
    "-c", "log.showSignature=false", "-c", "log.showRoot=true",
    "-c", "diff.ignoreSubmodules=all", "-c", "core.fsmonitor=false", "-c", "log.mailmap=false",
    # The setting outweighs the option: a clone may say that replaced commits count.
    "-c", "core.useReplaceRefs=false",
    # What git noted of commits beside them is no commit: anybody may have written other parents there.
    "-c", "core.commitGraph=false",
    # Days and addresses, too, are written as a user wants logs to be.
    "-c", "i18n.logOutputEncoding=UTF-8",
    # Files that anybody may commit (HEAD, config, objects, refs) make no folder a repository.
    "-c", "safe.bareRepository=explicit",
    # Nor is any program of a clone's run beside git: what came by e-mail may have hooks of its own.
    "-c", f"core.hooksPath={os.devnull}",
    # That grafts are shut out below is no news to anybody.
    "-c", "advice.graftFileDeprecated=false",
)  # fmt: skip


def environment(alone: bool = False) -> dict[str, str]:
    """Return the environment without what a hook, or a user, set for git; nothing is fetched.

    Where a repository is looked for does not depend on it either: neither ceilings nor the borders of
    file systems hide the one that a folder lies in.
    ``alone``: without the user's and the machine's configuration either.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    safe = {name: os.environ[name] for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
            "GIT_CONFIG_NOSYSTEM")
            if name in os.environ}  # fmt: skip
    if alone:
        safe = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**kept, **safe, "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0",
            # An older git knows no GIT_NO_LAZY_FETCH, and fetches in whatever way the clone says.
            "GIT_ALLOW_PROTOCOL": "none",
            "GIT_GRAFT_FILE": os.devnull, "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1"}  # fmt: skip
