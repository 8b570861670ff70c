"""Slips of the hand in YAML: found where they were made, each with the line to type instead."""
