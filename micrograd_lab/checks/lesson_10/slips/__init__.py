"""What can go wrong in an optimiser, and the two as they should be."""
