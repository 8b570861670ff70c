"""How a data repository begins: ``init``, and the sample that ``demo`` makes."""
