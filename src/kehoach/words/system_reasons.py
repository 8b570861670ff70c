"""Why the system would not read or write, in the words of either language."""

import errno
from collections.abc import Mapping

from kehoach.words.text import Text

TAKES_NO_MORE = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""A full disk, a quota, a file that may not grow, a device that fails: no error of the program's."""

# What the system says in English itself.
_VIETNAMESE: Mapping[int, str] = {
    errno.EACCES: "không có quyền",
    errno.EBUSY: "đang được dùng",
    errno.EDQUOT: "hết hạn mức lưu trữ",
    errno.EEXIST: "đã có",
    errno.EFBIG: "tệp quá lớn",
    errno.EIO: "lỗi đọc, ghi của thiết bị",
    errno.EISDIR: "là thư mục",
    errno.ELOOP: "liên kết vòng vèo",
    errno.EMFILE: "mở quá nhiều tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.ENOSPC: "đĩa đã đầy",
    errno.ENOTDIR: "không phải là thư mục",
    errno.ENOTEMPTY: "thư mục không trống",
    errno.EPERM: "không được phép",
    errno.EROFS: "chỉ đọc được, không ghi được",
}


def system_reason(trouble: OSError) -> Text:
    """Return the system's reason; a rare one stays in English, since its words alone find help."""
    said = trouble.strerror or type(trouble).__name__
    return Text(_VIETNAMESE.get(trouble.errno or 0, said), said)
