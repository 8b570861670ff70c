"""What people are told of an annex. The words are data: ``annex_messages.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, Self

from kehoach.words import Text

FILE = "annex_messages.toml"
MessageName = Literal[
    "row-deleted", "word-covered", "word-comments", "no-encoding", "struck", "hidden", "nested",
    "broken", "locked", "file-large", "text-large", "unpacked", "deep", "pdf-unpacked", "pdf-signs",
    "pdf-drawn", "pdf-pages", "cell-long", "name-long", "crowded", "declares", "merged", "rows",
    "elements", "shared", "parts-in-parts", "lines", "orders", "long", "wide",
    "list-number", "marks", "row-hidden", "columns-hidden", "filtered",
    "sheet-hidden", "sheet-comments", "sheet-covered", "striking", "part-left",
    "part-left-blank", "frame", "sheet-margins", "sheet-prompts", "old-format",
    "pdf-scanned", "pdf-library", "pdf-repeated", "picture-file", "open-document",
    "pointer", "page-numbers", "ids-beside-text", "prose-shared", "prose-perhaps-shared", "prose-run",
    "prose-clause", "prose-behind", "prose-no-time", "prose-rhythm", "prose-sends", "prose-idle",
    "prose-everybody", "prose-gives-out", "prose-two-leads", "prose-doer", "prose-bare",
    "prose-which-place", "day-blank",
    "no-annex", "library-lacks", "no-file", "empty-file", "system",
    "cell-date", "cell-error", "cell-formula",
    "deleted", "picture", "strange", "told-table", "told-no-doubts", "told-doubts", "told-count",
    "told-blank", "told-kind", "told-part", "told-left",
    "yaml-head", "yaml-add", "no-title", "title-of-annex", "no-id", "id-of", "no-issuer", "issuer-unknown",
    "period-of-years", "period-of-today", "from-issue", "in-title", "in-deadlines", "paragraphs-left",
    "paragraph-timed", "no-column", "no-registry", "column-of-who", "column-of-time", "two-events",
    "in-heading", "nobody", "begins-as-report", "no-text", "roles-unsaid", "product-ditto",
    "helps-unsaid", "leads-together", "text-of-columns", "cell-spans", "row-joined",
    "row-perhaps-joined", "row-perhaps-heading", "struck-out", "row-beside",
    "number-only", "unknown-body", "near-body",
    "open-set", "several-bodies", "body-ended", "successors", "guessed-body", "person",
    "post-of", "only-asked", "as-above", "no-body",
    "table", "sheet-table", "table-goes-on", "table-headed", "header-row", "header-none", "columns-unknown",
    "text-guessed", "table-left", "number-twice",
    "no-number", "ids-made", "ids-prefixed", "heading-over-nothing", "headings-of-one-id",
    "other-signs", "due-blank", "due-unread-why", "due-year-lent", "due-open",
    "due-rest",
    "start-only", "due-before-start", "start-left", "two-dues", "dues-differ", "due-not-imposed",
    "due-proposed", "time-in-text", "ticked", "due-certain", "bound-unknown", "quantity",
    "roster-head", "roster-row", "roster-line", "roster-long", "roster-line-left",
    "roster-no-body", "roster-outside", "roster-remark",
    "roster-table-left", "roster-column-left", "roster-column-taken",
    "roster-ended", "roster-twice", "roster-near", "roster-renamed", "roster-differs",
    "roster-no-parent", "roster-gone", "roster-few", "roster-sum",
]  # fmt: skip


class AnnexMessage(Text):
    """A message with its ``values`` filled in; doubts of one ``name`` are told together."""

    name: MessageName
    values: Mapping[str, object]

    @classmethod
    def of(cls, name: MessageName, words: Text, values: Mapping[str, object]) -> Self:
        """Return words that know whose they are."""
        told = cls(*words)
        told.name, told.values = name, values
        return told

    def filled(self, **values: object) -> "AnnexMessage":
        """Return the message with values filled in."""
        return AnnexMessage.of(self.name, super().filled(**values), values)


def message(name: MessageName, /, **values: object) -> AnnexMessage:
    """Return what is said, with ``values`` filled in."""
    words = AnnexMessage.of(name, messages()[name], {})
    return words.filled(**values) if values else words


@cache
def messages() -> Mapping[str, Text]:
    """Return every message by its name."""
    told = tomllib.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return {name: Text(**each) for name, each in told.items()}
