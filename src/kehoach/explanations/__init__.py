"""Verdicts in words: states, reasons, and the chain from the sentence to the verdict."""
