"""The whole as one message: where a plan stands, what is overdue, what falls due next."""
