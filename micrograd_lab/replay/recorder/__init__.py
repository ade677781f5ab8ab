"""From a graph to its program: read (wiring), find maxima, fold, collapse, lay out."""
