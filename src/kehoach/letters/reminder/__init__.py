"""A reminder (công văn đôn đốc) to an agency of what it owes."""
