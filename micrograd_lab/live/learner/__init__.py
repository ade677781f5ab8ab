"""The views that speak to the journal: predictions, progress, questions."""
