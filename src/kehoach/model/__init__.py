"""What the files say: plans, agencies, submissions, decisions, the registry book.

Models hold no positions, no words for display, no I/O and no clock.
"""
