"""What was probably meant by a value that does not fit: offered, never assumed."""
