"""What every command stands in: settings, options, answers, delivery."""
