"""What an agency has still to file, and the file itself."""
