"""The language: its words of time, their spellings, and a wording as tokens."""
