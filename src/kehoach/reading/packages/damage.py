"""What a zip that is damaged, encrypted or packed in an unknown way raises while it is read."""

import zlib
from zipfile import BadZipFile

DAMAGED = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
