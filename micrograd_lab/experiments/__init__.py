"""What a learner moves and measures, without a screen: a test drives it as a view does."""
