"""A matplotlib figure, shown once and the same in every run."""

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ..extras import needing

COLOURS = 256


@dataclass(frozen=True, repr=False)
class Plot:
    """A matplotlib `figure`, and what it shows as `text`."""

    figure: object
    text: str

    def png(self) -> bytes:
        """The picture as bytes, in 256 colours: a third of what all would take, and a page may hold dozens."""
        from PIL import Image

        drawn, file = BytesIO(), BytesIO()
        self.figure.savefig(drawn, format="png")
        with Image.open(drawn) as picture:
            picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        return file.getvalue()

    def save(self, path: str | Path) -> None:
        """Write the picture: the name's ending, as .png or .svg, says how."""
        import matplotlib

        with matplotlib.rc_context({"svg.hashsalt": "micrograd_lab"}):  # else its ids differ from run to run
            self.figure.savefig(path, metadata={"Date": None} if str(path).endswith(".svg") else None)

    def still(self) -> dict[str, str]:
        """{MIME type: picture}, in base 64."""
        return {"image/png": b64encode(self.png()).decode()}

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {**self.still(), "text/plain": self.text}


def new_figure(width, height, columns=1, ratios=None):
    """A Figure of its own, not pyplot's: shown where it is returned, and freed. Inches; gives it and its axes."""
    with needing("lab", "a chart"):
        from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained", dpi=100)
    axes = figure.subplots(1, columns, squeeze=False, width_ratios=ratios)
    return figure, list(axes[0])
