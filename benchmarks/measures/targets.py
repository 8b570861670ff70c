"""A figure that must be reached, as a ratio of two samples of one run, or as an absolute one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kehoach.words.text import Text
from measures.running import Sample


class Kind(StrEnum):
    """What of a sample is compared."""

    TIME = "time"
    MEMORY = "memory"  # of all processes together
    LARGEST = "largest"  # of the largest process


@dataclass(frozen=True, slots=True)
class Target:
    """``of`` less ``less``, divided by ``to``, must be at most ``limit``.

    Without ``to`` seconds or MiB are meant.
    """

    words: Text
    of: str
    to: str
    limit: float
    kind: Kind = Kind.TIME
    less: str = ""

    def reached(self, samples: Mapping[str, Sample]) -> float | None:
        """Return the figure, or nothing where one of its samples is missing."""
        needed = [each for each in (self.of, self.less, self.to) if each]
        if any(each not in samples for each in needed):
            return None
        above = _figure(samples[self.of], self.kind)
        if self.less:
            above -= _figure(samples[self.less], self.kind)
        return above / (_figure(samples[self.to], self.kind) if self.to else 1.0)


def _figure(sample: Sample, kind: Kind) -> float:
    if kind is Kind.TIME:
        return sample.median
    return sample.memory if kind is Kind.MEMORY else sample.largest
