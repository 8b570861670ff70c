"""Words: a sentence in every language the program speaks, and how Vietnamese is compared."""

from kehoach.texts.dates import day_words, shown_day
from kehoach.texts.text import LANGUAGES, Lang, Text
from kehoach.texts.vietnamese import alphabetical, fold, plain_letters

__all__ = [
    "LANGUAGES",
    "Lang",
    "Text",
    "alphabetical",
    "day_words",
    "fold",
    "plain_letters",
    "shown_day",
]
