"""``kehoach`` and ``python -m kehoach``: what stops the program is answered before all else is loaded."""

from kehoach.stopping import answer_stops

answer_stops()

from kehoach.cli.entry import main  # noqa: E402 - from here on a stop waits until it can be told

if __name__ == "__main__":
    main()
