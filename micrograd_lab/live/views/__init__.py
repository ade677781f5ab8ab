"""The views of the lessons, a file or a folder each."""
