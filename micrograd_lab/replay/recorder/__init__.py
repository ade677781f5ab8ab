"""From a graph to its program: read it (wiring), find maxima, fold, collapse, lay out; turning.py does one by one."""
