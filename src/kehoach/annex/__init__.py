"""From a document, a plan or its annex in Word, Excel, PDF, text, HTML or Markdown, to a draft of a plan.

``documents`` read a file into blocks; ``tables`` know the columns, rows and ids; ``prose`` the places of
the text, who is told in them and when; ``bodies`` are who is named in words; ``items`` put who, when and
what together. A row is a cell, a ``PlanRow``, a ``DraftItem``, and then YAML, JSON or a doubt on the
terminal; a paragraph a ``MarkedPlace``, a ``PlaceDuty``, an ``AskedFor``, and then a ``PlanRow`` too.
``roster`` is the other way in: a list of bodies, merged into the registry that stands.
"""
