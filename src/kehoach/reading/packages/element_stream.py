"""Elements of an XML part, one after the other, of which nothing is kept but the one at hand."""

from collections.abc import Container, Iterator
from typing import IO
from xml.etree.ElementTree import Element

from openpyxl.xml.functions import iterparse

from kehoach.reading.packages.workbook_limits import Limits


def elements(file: IO[bytes], tags: Container[str], left: Limits) -> Iterator[Element]:
    """Yield each element of some tags whole, but none that is a part of another of them.

    Raises:
        WorkbookRefused: there are too many elements.
    """
    above: list[Element] = []
    within = 0  # as deep as the element that is being gathered; none: 0
    for event, element in iterparse(file, ("start", "end")):
        if event == "start":
            left.element()
            above.append(element)
            if not within and element.tag in tags:
                within = len(above)
            continue
        if len(above) == within:
            yield element
            within = 0
        above.pop()
        if above and not within:
            above[-1].clear()
