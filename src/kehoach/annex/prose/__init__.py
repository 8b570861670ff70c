"""A plan in prose: paragraphs as places, lines that say who and when, sentences that give orders."""
