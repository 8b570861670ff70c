"""ProposedWord: what may come next in a command line that is being typed."""
