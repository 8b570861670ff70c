"""From a run to words: a format is a pure function from a run to ``str``, one file each."""
