"""What to say where a library is missing that one of the package's extras brings."""

from contextlib import contextmanager

LACKING = (
    "asked: {asked}\nfound: no {library} in this environment\n"
    "try:   `python3 start.py install --extra {extra}` in the kit's folder; or, with the file that you have installed, "
    '`pip install "FILE.whl[{extra}]"`'
)


@contextmanager
def needing(extra, asked):
    """Within it, a library that can't be found is an ImportError that names the extra; `asked` is what was wanted."""
    try:
        yield
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library == "micrograd_lab":
            raise
        raise ImportError(lacking(extra, asked, library), name=error.name) from None


def lacking(extra, asked, library):
    """The sentence in three parts."""
    return LACKING.format(asked=asked, library=library, extra=extra)
