"""The form on which an agency without git reports: its data, its rules, its page."""
