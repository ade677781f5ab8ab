"""Who has handed in what, and which of their cells answers which exercise."""
