"""Items of the draft: who, by when, what; and the plan as a whole."""
