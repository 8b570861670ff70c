"""One entry for the office's own files, judged before it is written."""
