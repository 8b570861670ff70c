"""What is kept between runs, and the proof that it still holds."""
