"""The formats of a draft plan by name."""

from collections.abc import Mapping
from typing import Protocol

from kehoach.annex.draft_json import draft_json
from kehoach.annex.draft_plan import Draft
from kehoach.annex.draft_yaml import draft_yaml
from kehoach.words import Lang


class DraftFormat(Protocol):
    """A draft plan with its doubts."""

    def __call__(self, draft: Draft, lang: Lang) -> str:
        """Return the draft."""


DRAFT_FORMATS: Mapping[str, DraftFormat] = {"yaml": draft_yaml, "json": draft_json}
