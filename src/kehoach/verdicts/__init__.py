"""Who owes what, what came and when, and the verdict on each."""
