// Panels of axes and marks, as draw/charts.py describes them: fields on a canvas, everything else in SVG above it.
function render({ model, el }) {
  el.classList.add("micrograd-chart");
  const panels = document.createElement("div");
  panels.className = "panels";
  const numbers = document.createElement("table");
  numbers.className = "numbers";
  el.append(panels, numbers);
  const figures = [];
  let columns = "";
  let source = null;
  const paint = () => {
    const shown = source.panels(), below = shown.map((panel) => panel.below).join();
    while (figures.length < shown.length) {
      figures.push(document.createElement("figure"));
      listen(figures.at(-1), figures.length - 1, model);
    }
    if (columns !== below) {
      columns = below;
      panels.replaceChildren();
      shown.forEach((panel, number) => {
        if (!panel.below || !number) panels.append(document.createElement("div"));
        panels.lastChild.append(figures[number]);
      });
    }
    shown.forEach((panel, number) => drawPanel(figures[number], panel));
  };
  let names = [];
  const count = () => {
    const shown = source.numbers(), before = names;
    names = shown.map(([name]) => name);
    if (same(before, names)) {
      shown.forEach(([, text], row) => {
        const cell = numbers.rows[row].cells[1];
        if (cell.textContent !== text) cell.textContent = text;
      });
      return;
    }
    numbers.classList.toggle("many", shown.length > 6);
    numbers.replaceChildren(...shown.map(([name, text]) => {
      const row = document.createElement("tr"), head = document.createElement("th"), cell = document.createElement("td");
      head.textContent = name;
      head.scope = "row";
      cell.textContent = text;
      row.append(head, cell);
      return row;
    }));
  };
  // Where the page does not play by itself, playing is asked for, frame by frame: while one waits to be painted the next
  // is computed, and no more than that. So a slow machine drops frames instead of queueing them, and a closed view
  // leaves no loop behind.
  let asked = -1, alive = true, waiting = false;
  const next = () => {
    if (alive && model.get("playing") && !source.plays() && asked !== model.get("frame")) {
      asked = model.get("frame");
      model.send({ next: asked });
    }
  };
  const draw = () => {
    waiting = false;
    if (!alive) return;
    paint();
    count();
    next();
  };
  const show = () => {
    if (waiting) return; // what is painted is the latest
    waiting = true;
    requestAnimationFrame(draw);
    next();
  };
  const play = () => {
    asked = -1;
    next();
  };
  source = sourceOf(model, { draw, next });
  model.on("change:frame", show);
  model.on("change:playing", play);
  draw();
  const unname = nameSliders(el, model.get("words"));
  return () => {
    alive = false;
    source.end();
    model.off("change:frame", show);
    model.off("change:playing", play);
    unname();
  };
}
export default { render };
