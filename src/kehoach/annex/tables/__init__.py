"""Tables of tasks: columns, rows, and the number of each row."""
