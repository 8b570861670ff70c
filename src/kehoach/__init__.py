"""kehoach: who owes what by when under an administrative plan, and who has delivered."""

__version__ = "0.1.0"
