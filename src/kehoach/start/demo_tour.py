"""What is to be seen in the sample repository: commands to try, and the stories it tells."""

from functools import cache

from kehoach.model.fields import Record
from kehoach.start.templates import record, template
from kehoach.words import LANGUAGES, Lang, Text


class TourStop(Record):
    """A command to try, and what it shows in each language."""

    command: str
    vi: str
    en: str

    @property
    def what(self) -> Text:
        """What it shows."""
        return Text(self.vi, self.en)


class Story(Record):
    """Something that happened, and the finding or status that it leads to."""

    year: str
    agency: str
    vi: str
    en: str
    found: str


class Tour(Record):
    """What there is to see (``files/demo/stories.yaml``)."""

    tour: tuple[TourStop, ...]
    stories: tuple[Story, ...]


@cache
def demo_tour() -> Tour:
    """Return the commands and the stories, in order."""
    return record(Tour, template("demo/stories.yaml", {}))


def tour_lines(lang: Lang) -> str:
    """Return the commands, each with what it shows."""
    return "".join(f"  {stop.command}\n      {stop.what.to(lang)}\n" for stop in demo_tour().tour)


def tour_block() -> str:
    """Return the commands as Markdown, in both languages."""
    return "".join(
        f"- `{stop.command}`  \n  {' · '.join(stop.what.to(lang) for lang in LANGUAGES)}\n"
        for stop in demo_tour().tour
    )


def stories_table() -> str:
    """Return the rows of the table of stories."""
    return "\n".join(
        f"| {each.year} | {each.agency} | {each.vi} | {each.en} | {each.found} |"
        for each in demo_tour().stories
    )
