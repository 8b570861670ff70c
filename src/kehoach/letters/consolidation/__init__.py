"""All reports of one period gathered by item: the base of the consolidated report."""
