"""Cells as a notebook runs them, without a kernel: their text can be found again, as IPython lets it be found."""

import linecache
from itertools import count

NUMBERS = count(1)


class Notebook:
    def __init__(self, *cells):
        self.names = {"__name__": "__main__", "In": [""]}
        self.run(*cells)

    def run(self, *cells):
        for source in cells:
            file = f"<cell {next(NUMBERS)}>"
            linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
            self.names["In"].append(source)
            exec(compile(source, file, "exec"), self.names)
        return self

    def __getitem__(self, name):
        return self.names[name]
