"""What a run of the measures found: kept as JSON, so that pages can be written from it again."""

import json
import os
import platform
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any, Self

from kehoach import __version__
from measures.running import Sample

Samples = dict[str, Sample]


@dataclass(frozen=True, slots=True)
class Results:
    """The samples of each family, and on what they were taken."""

    about: Mapping[str, str]
    sizes: tuple[int, ...]
    families: Mapping[str, Samples] = field(default_factory=dict)

    def joined(self, later: "Results") -> Self:
        """Return both; where a family was measured twice, its later sample of each name counts."""
        names = {*self.families, *later.families}
        families = {
            name: {**self.families.get(name, {}), **later.families.get(name, {})} for name in names
        }
        sizes = tuple(sorted({*self.sizes, *later.sizes}))
        return type(self)({**self.about, **later.about}, sizes, families)

    def write(self, path: Path) -> None:
        """Write everything into a file."""
        path.write_text(
            json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read what was written."""
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        families = {
            family: {
                name: Sample(tuple(each["seconds"]), each["memory"], each["largest"])
                for name, each in samples.items()
            }
            for family, samples in told["families"].items()
        }
        return cls(told["about"], tuple(told["sizes"]), families)


def about(versions: Mapping[str, str]) -> dict[str, str]:
    """Return the machine, the versions and the day."""
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True)
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "machine": f"{_processor()}, {os.cpu_count()} × CPU, {platform.system()}",
        "kehoach": __version__,
        "python": platform.python_version(),
        "pydantic": metadata.version("pydantic"),
        "pyyaml": metadata.version("pyyaml"),
        "git": git.stdout.strip().removeprefix("git version "),
        **versions,
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((each.partition(": ")[2] for each in lines if each.startswith("model name")), "")
