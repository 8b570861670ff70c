"""What is measured, a module a family, and how: side by side, in turn, medians, ratios, peak memory."""
