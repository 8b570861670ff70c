"""What the data's parts come to, each judged alone, and how it adds up."""
