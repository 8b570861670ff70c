"""What people send: summaries, reminders, consolidated reports, receipts."""
