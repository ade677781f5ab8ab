"""The questions of each warm-up: a file a lesson, found by its name."""
