"""From a document, an annex in Word, Excel, HTML or Markdown, to a draft of a plan.

``documents`` read a file into blocks; ``tables`` know the columns, rows and ids; ``bodies`` are who is
named in a cell; ``items`` put who, when and what together. A row is a cell, a ``PlanRow``, a
``DraftItem``, and then YAML, JSON or a doubt on the terminal.
"""
