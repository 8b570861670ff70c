"""What ``check`` answers, for people, forges and code scanners."""
