"""Git's ids for the bytes of a file."""

import hashlib

_SHA256 = 64


def blob_ids(raw: bytes, like: str = "") -> tuple[str, ...]:
    """Return git's ids for a file's bytes, and for them with the line ends that git keeps.

    ``like`` is any id of the repository: it tells which digest is used.
    """
    digest = hashlib.sha256 if len(like) == _SHA256 else hashlib.sha1
    contents = (raw, raw.replace(b"\r\n", b"\n")) if b"\r" in raw else (raw,)
    return tuple(
        digest(b"blob %d\0" % len(each) + each, usedforsecurity=False).hexdigest()
        for each in contents
    )
