"""live.pictures: one of some stills is chosen."""

from base64 import b64encode
from html import escape
from urllib.parse import quote

from .....draw.graphs import Picture
from ....base.view import View
from ..choosing import PictureEntry
from ..form import Form, choose

SVG, PNG = "image/svg+xml", "image/png"
NO_OUTCOME = "the outcome must be the name of a picture, one of {names!r}; got {outcome!r}. Name one of them."
FEW = "there is a choice among two pictures or more, each under its name; got {found!r}. {tip}"
TIP = "Try live.pictures({'A': draw.graph(a), 'B': draw.graph(b)})."
NO_PICTURE = "picture {name} must be one of draw's, a view of live, or SVG text; got {found!r}. {tip}"
WIDE, HIGH, TITLE, GAP = 260, 170, 24, 12  # pixels, of each picture in the still of them all


class Pictures(Form):
    """One of some pictures, by its name."""

    stays = True

    def __init__(self, pictures):
        self.pictures = {name: (*_still(name, picture), _said(picture)) for name, picture in pictures.items()}
        self.names = list(self.pictures)

    def entry(self):
        shown = [{"name": name, "image": image, "text": text} for name, (image, text) in self._addresses().items()]
        return PictureEntry(pictures=shown)

    def missing(self, answer):
        return "" if answer in self.names else choose(answer or None, self.names)

    def lines(self):
        made = []
        for name, (_, _, text) in self.pictures.items():
            first, *rest = text.splitlines() or [""]
            made += [f"  {name}: {first}", *(f"     {line}" for line in rest)]
        return made

    def outcomes(self):
        return self.names

    def check(self, outcome):
        if not callable(outcome) and outcome not in self.names:
            raise ValueError(NO_OUTCOME.format(names=self.names, outcome=outcome))

    def show(self, entry, answer, happened=None):
        entry.value, entry.disabled, entry.happened = answer, True, happened or ""

    def still(self, answer, happened):
        """All of them, side by side under their names, until the outcome is there."""
        if happened is not None:
            return {}
        return {SVG: _side_by_side({name: image for name, (image, _) in self._addresses().items()})}

    def _addresses(self):
        return {name: (_address(kind, data), text) for name, (kind, data, text) in self.pictures.items()}


def pictures(pictures):
    """Ask for one of some pictures, given as {name: picture}.

    A picture is what draw gives, a view, whose still is taken, or SVG as text.
    """
    if not isinstance(pictures, dict) or len(pictures) < 2:
        raise ValueError(FEW.format(found=pictures, tip=TIP))
    return Pictures(pictures)


def _still(name, picture):
    """(kind, data) of a picture: SVG text, or PNG in base 64."""
    if isinstance(picture, str) and "<svg" in picture:
        return SVG, picture
    made = picture.still() if isinstance(picture, View | Picture) else {}
    if not made and hasattr(picture, "_repr_mimebundle_"):
        made = picture._repr_mimebundle_()
    for kind in (SVG, PNG):
        if kind in made:
            return kind, made[kind]
    raise TypeError(NO_PICTURE.format(name=name, found=picture, tip=TIP))


def _said(picture):
    return "" if isinstance(picture, str) else picture.text() if isinstance(picture, View) else repr(picture)


def _address(kind, data):
    if kind == SVG:
        return f"data:{SVG};base64,{b64encode(data.encode()).decode()}"
    return f"data:{PNG};base64,{quote(data.strip(), safe='/+=')}"


def _side_by_side(images):
    """SVG of the images, each under its name."""
    made, letters = [], 'font-family="sans-serif" font-size="15" font-weight="bold"'
    for n, (name, image) in enumerate(images.items()):
        left = n * (WIDE + GAP)
        made.append(
            f'<text x="{left + 2}" y="17" {letters}>{escape(name)}</text>'
            f'<image x="{left}" y="{TITLE}" width="{WIDE}" height="{HIGH}" href="{image}"/>'
        )
    width = len(images) * (WIDE + GAP) - GAP
    size = f'width="{width}" height="{TITLE + HIGH}" viewBox="0 0 {width} {TITLE + HIGH}"'
    ground = f'<rect width="{width}" height="{TITLE + HIGH}" fill="#fff"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">{ground}{"".join(made)}</svg>'
