"""What follows: the condition of each conclusion, and the outcome under each reading."""
