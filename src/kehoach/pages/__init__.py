"""The answers of single commands, each as text and as JSON."""
