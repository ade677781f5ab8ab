"""What is to be said of a file that was handed in, beside what its grade says."""

COPY, UNREAD, LATE, DOUBT = "copy", "unread", "late", "doubt"


class Note(str):
    """A sentence with a kind: COPY, of a file that does not count since another does; UNREAD, of one that cannot be
    read; LATE; or DOUBT, which a teacher should look at."""

    def __new__(cls, text, kind=DOUBT):
        made = super().__new__(cls, text)
        made.kind = kind
        return made

    def __getnewargs__(self):
        return str(self), self.kind


def kind(note):
    """The kind of a note; what has none is a DOUBT."""
    return getattr(note, "kind", DOUBT)
