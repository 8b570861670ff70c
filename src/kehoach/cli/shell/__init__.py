"""The scripts by which shells complete commands at the TAB key, a file each."""
