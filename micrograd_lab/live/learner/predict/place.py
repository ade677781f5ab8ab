"""One place for a question and what comes after it, as high as the higher of the two: no control below it moves."""

import ipywidgets

ONE_ROW = "1 / 1"
GRID = {"grid_template_columns": "minmax(0, 1fr)", "overflow": "visible"}


class Place(ipywidgets.GridBox):
    """The widgets `asked`, and under them `after`, which takes up its room and is not seen before `turn()`."""

    def __init__(self, asked, after):
        self.question = ipywidgets.VBox(asked, layout={"grid_area": ONE_ROW, "overflow": "visible"})
        self.after = after
        after.layout.grid_area, after.layout.visibility, after.layout.display = ONE_ROW, "hidden", ""
        super().__init__([self.question, after], layout=GRID)

    def turn(self, trouble=False):
        """Show what comes after; the question goes, and what stands beside it stays where there is trouble to read."""
        self.after.layout.visibility = "visible"
        if trouble:
            self.after.layout.grid_area = "2 / 1"
        else:
            self.question.layout.display = "none"
