"""Made-up data to measure with: a province of any size in a git repository, the same at every run."""
