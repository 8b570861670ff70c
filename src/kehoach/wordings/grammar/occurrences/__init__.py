"""What hangs on something that happens: lengths from an event, conditions, sessions, terms of office."""
