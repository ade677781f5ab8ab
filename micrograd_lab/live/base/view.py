"""What every live view has in common."""

from base64 import b64decode
from functools import wraps
from html import escape
from pathlib import Path
from threading import RLock

import ipywidgets
import traitlets

STATIC = Path(__file__).parent / "static"
FAILED = "This did not work. {kind}: {error}"
BEFORE = "The picture is still the one from before."
SAVED = "Saved as {name}, beside this notebook."
OTHER_KIND = "this picture is kept as {ending}; got {path}. Give the file's name that ending."
NO_PICTURE = (
    "asked: a picture in {path}\nfound: what is on screen is words alone\n"
    "try:   print(view); a graph has a picture where Graphviz is installed"
)


def module(*names):
    """The JavaScript of a view: the shared part, then its own, as one module."""
    return "".join((STATIC / name).read_text(encoding="utf-8") for name in ("shared.js", *names))


def style(name):
    """The CSS of a view: the shared part, then its own."""
    return (STATIC / "shared.css").read_text(encoding="utf-8") + (STATIC / name).read_text(encoding="utf-8")


def one_at_a_time(method):
    """A method of a View, one call at a time.

    JupyterLab and ipykernel 7 may answer what plays on screen in a second thread, beside a button or a cell.
    """

    @wraps(method)
    def waiting(self, *args, **kwargs):
        with self._alone:
            return method(self, *args, **kwargs)

    return waiting


class View(ipywidgets.VBox):
    """A box of controls and pictures.

    `controls` are what a prediction locks; `redraws` counts how often the picture was drawn. Where no
    widgets can be shown, as on a printed page, the view shows its still twin: `text()` and `still()`.
    Below each view stand its message and two buttons: what one would type for what is on screen, and
    a file of the picture.
    """

    controls = ()
    redraws = traitlets.Int(0)
    command = "view"  # what is typed after `live.`

    def __init__(self, children, footer=True):
        self._told, self._before, self._alone = False, "", RLock()
        self.message = ipywidgets.HTML()
        self.message.add_class("micrograd-message")
        self.typed = ipywidgets.HTML()
        self.coding = ipywidgets.ToggleButton(description="code", tooltip="what you would type for what is on screen")
        self.keeping = ipywidgets.Button(description="save picture", tooltip="a file beside this notebook")
        for button in (self.coding, self.keeping):
            button.layout.width = "110px"
        self.on(self.coding, lambda _: self._show_code())
        self.on(self.keeping, lambda _: self._keep_picture())
        below = [self.message, ipywidgets.HBox([self.coding, self.keeping]), self.typed] if footer else []
        super().__init__([*children, *below])
        self.observe(lambda _: self._stand(""), "redraws")
        self.add_class("micrograd-view")

    def text(self):
        """What is on screen, as text that is the same in every run."""
        raise NotImplementedError

    def still(self):
        """What is on screen, as {MIME type: picture}: SVG text, or PNG in base 64."""
        return {}

    def code(self):
        """What one would type to get what is on screen."""
        raise NotImplementedError

    def save(self, path):
        """Write the still twin to a file. Its name ends as the picture's kind does, .svg or .png; else ValueError.

        RuntimeError where there is no picture.
        """
        kinds = {"image/svg+xml": ".svg", "image/png": ".png"}
        if not (pictures := self.still()):
            raise RuntimeError(NO_PICTURE.format(path=path))
        kind, picture = next(iter(pictures.items()))
        if not str(path).endswith(kinds[kind]):
            raise ValueError(OTHER_KIND.format(ending=kinds[kind], path=path))
        Path(path).write_bytes(b64decode(picture) if kind == "image/png" else picture.encode())

    def lock(self, locked=True):
        """Lock the controls, as before a prediction, or unlock them."""
        for control in self.controls:
            control.disabled = locked

    def say(self, sentence):
        """Show a sentence below the picture, until something else is done."""
        self._told = bool(sentence)
        self.message.value = plain(sentence) if sentence else ""

    def fail(self, sentence, before=BEFORE):
        """Say why nothing new is shown, and, until something is, what the faded picture belongs to."""
        self._stand(before)
        self.say(f"{sentence} {before}".strip())

    def on(self, control, do, what="value"):
        """Call do(change) whenever the control changes, or do(button) when a button is pressed.

        Nobody would see an exception raised there: it is said in the view, and everything else works on.
        """

        def heard(event):
            self._guarded(lambda: do(event), draws=control not in (self.coding, self.keeping))

        if isinstance(control, ipywidgets.Button):
            control.on_click(heard)
        else:
            control.observe(heard, what)

    @one_at_a_time
    def _guarded(self, do, draws=True):
        self._told = False
        try:
            do()
        except Exception as error:  # whatever a learner's own function raises
            said = FAILED.format(kind=type(error).__name__, error=error)
            if draws:
                self.fail(said)
            else:
                self.say(said)
        if not self._told:
            self.say(self._before)

    def _stand(self, before):
        self._before = before
        (self.add_class if before else self.remove_class)("micrograd-before")

    def _show_code(self):
        self.typed.value = f"<pre>{escape(self.code())}</pre>" if self.coding.value else ""

    def _keep_picture(self):
        ending = "svg" if "image/svg+xml" in self.still() else "png"
        names = (f"{self.command}{'' if n == 1 else f'-{n}'}.{ending}" for n in range(1, 10_000))
        path = next(path for path in map(Path, names) if not path.exists())
        self.save(path)
        self.say(SAVED.format(name=path.name))

    def __repr__(self):
        return "\n".join(filter(None, [self.text(), self._before]))

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        return {**bundle, **self.still(), "text/plain": repr(self)}


def plain(sentence):
    """A sentence for an HTML widget: what a learner typed shows as they typed it."""
    return f"<span>{escape(sentence)}</span>"
