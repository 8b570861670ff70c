"""``python -m kehoach``."""

from kehoach.cli.entry import main

if __name__ == "__main__":
    main()
