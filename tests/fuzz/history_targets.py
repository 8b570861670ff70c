"""What git prints: a log is read whole, or trouble is told; never is a part taken for all of it."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from zoneinfo import ZoneInfo

from kehoach.reading.repositories.arrival_branch import patches_in
from kehoach.reading.repositories.commit_log import records_in
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.repositories.git_output import tokens
from kehoach.reading.repositories.repository import blobs_in
from kehoach.verdicts.evidence.arrival_log import counted, parsed
from kehoach.verdicts.evidence.merge_subjects import pulled_main

_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_ID, _OTHER = "a" * 40, "b" * 40
_PART = 64
_LINE = f"{_ID} 2021-06-01 2021-06-01T03:00:00Z office"


def a_log(raw: bytes) -> None:
    """Read the bytes of ``git log``; however they are parted, they say the same."""
    parts = (raw[start : start + _PART] for start in range(0, len(raw), _PART))
    try:
        read = list(records_in(tokens(iter([raw]))))
        assert all(len(record.changes()) == len(record.touched) for record in read)
    except GitTrouble:
        return
    assert read == list(records_in(tokens(parts)))
    for record in read:
        assert isinstance(record.commit(_ZONE).committed, date)
        pulled_main(record.subject)


def a_batch(raw: bytes) -> None:
    """Read the bytes of ``git cat-file --batch``."""
    try:
        list(blobs_in(BytesIO(raw)))
    except GitTrouble:
        return


def an_arrival_log(raw: bytes) -> None:
    """Read an arrival log, and the patches that made it; a line that is read is written the same."""
    text = raw.decode("utf-8", "replace")
    lines = text.split("\n")
    _, arrivals, malformed = parsed(lines)
    assert len(arrivals) + len(malformed) >= len(lines) - 1
    for each in arrivals:
        assert each.written().removesuffix("\n") in lines
        assert isinstance(each.day("Asia/Ho_Chi_Minh"), date)
    try:
        parsed(counted(patches_in(raw), set()))
    except GitTrouble:
        return


def logs() -> Iterator[bytes]:
    """Yield logs as git prints them."""
    header = f"\x01{_ID}\x00{_OTHER}\x001622520000\x00a@x.vn\x00b@x.vn\x00"
    raw = f":000000 100644 {'0' * 40} {_OTHER} A\x00data/plan_07.yaml\x00"
    yield f"{header}Merge branch 'main' of https://x/y into stc\x00\n{raw}".encode()
    yield f"{header}Một\x00\n{raw}{raw}{header.replace(_OTHER, '')}Hai\x00".encode()
    yield f"{header}Merge pull request #1 from a/b\x00".encode()


def batches() -> Iterator[bytes]:
    """Yield what git prints of blobs."""
    yield f"{_ID} blob 3\nabc\n{_OTHER} blob 0\n\n".encode()
    yield f"{_ID} missing\n".encode()


def arrival_logs() -> Iterator[bytes]:
    """Yield an arrival log, and the patches of one."""
    yield f"kehoach/arrivals@1 since {_LINE}\n{_LINE}\n".encode()
    yield (
        f"\x01{_OTHER}\x00a@x.vn\x00a@x.vn\n\ndiff --git a/arrivals.txt b/arrivals.txt\nnew file\n"
        f"--- /dev/null\n+++ b/arrivals.txt\n@@ -0,0 +1,2 @@\n+kehoach/arrivals@1 since {_LINE}\n+{_LINE}\n"
        f"\x01{_ID}\x00a@x.vn\x00a@x.vn\n\n--- a/x\n+++ b/x\n@@ -2 +2,2 @@\n-{_LINE}\n+x\n+y\n"
        "\\ No newline at end of file\n"
    ).encode()
