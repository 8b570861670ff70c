"""What is fuzzed: a target takes bytes, and raises where something is not as it must be.

A target is a plain function, so that the kept corpus is replayed without any fuzzer.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from fuzz import (
    argument_targets,
    document_targets,
    file_targets,
    history_targets,
    wording_targets,
)
from fuzz.mutators import Mutator, compacted, of_packages, of_words, words

CORPUS = Path(__file__).parent / "corpus"
_FILE = of_words([*file_targets.WORDS, *words("file")])
_WORDING = of_words(wording_targets.WORDS)
_GIT = of_words(words("git"))
_PAGE = of_words(words("page", "text"))
_TEXT = of_words(words("text"))


class Target(NamedTuple):
    """What is tried, from which inputs it begins, how they are changed, and how many are tried.

    ``longest`` is in bytes. ``compact`` is how an input is kept.
    """

    tried: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    changed: Mutator
    inputs: int
    longest: int = 4_096
    compact: Callable[[bytes], bytes] = bytes


TARGETS: Mapping[str, Target] = {
    "files": Target(file_targets.a_file, file_targets.files, _FILE, 200_000),
    "folder": Target(file_targets.a_folder, file_targets.files, _FILE, 20_000),
    "wordings": Target(
        wording_targets.a_wording, wording_targets.wordings, _WORDING, 200_000, 400
    ),
    "deadline": Target(
        wording_targets.a_question, wording_targets.wordings, _WORDING, 50_000, 400
    ),
    "word": Target(
        document_targets.a_document(".docx"), document_targets.word_files,
        of_packages(words("markup", "word", "text")), 30_000, 65_536, compacted,
    ),
    "excel": Target(
        document_targets.a_document(".xlsx"), document_targets.workbooks,
        of_packages(words("markup", "workbook", "text")), 10_000, 65_536, compacted,
    ),
    "html": Target(
        document_targets.a_document(".html"), document_targets.pages,
        _PAGE, 40_000,
    ),
    "mail": Target(
        document_targets.a_document(".mht"), document_targets.messages,
        _PAGE, 20_000,
    ),
    "markdown": Target(
        document_targets.a_document(".md"), document_targets.markdown_pages, _TEXT, 40_000
    ),
    "plain": Target(document_targets.a_document(".txt"), document_targets.plain_texts, _TEXT, 20_000),
    "pdf": Target(
        document_targets.a_document(".pdf"), document_targets.printed_pages,
        of_words(words("pdf")), 10_000,
    ),
    "roster": Target(document_targets.a_list, document_targets.lists, _TEXT, 40_000),
    "returned": Target(
        document_targets.a_returned_workbook, document_targets.returned_workbooks,
        of_packages(words("markup", "workbook")), 5_000, 131_072, compacted,
    ),
    "log": Target(history_targets.a_log, history_targets.logs, _GIT, 200_000),
    "blobs": Target(history_targets.a_batch, history_targets.batches, _GIT, 50_000),
    "arrivals": Target(history_targets.an_arrival_log, history_targets.arrival_logs, _GIT, 100_000),
    "arguments": Target(
        argument_targets.arguments, argument_targets.lines,
        of_words(words("arguments")), 20_000, 400,
    ),
}  # fmt: skip


def kept(name: str) -> Path:
    """Return the folder of the inputs that are kept of a target."""
    return CORPUS / name
