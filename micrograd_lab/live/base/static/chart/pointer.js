// The key of the edge that is nearest to a place, in pixels; "" where none is near.
function edgeAt({ marks }, { x, y }, [left, top], reach = 8) {
  let best = "", least = reach;
  for (const mark of marks.filter((mark) => mark.kind === "edges" && mark.keys.length)) {
    const places = placed(mark, x, y);
    mark.pairs.forEach(([from, to], n) => {
      const [[x0, y0], [x1, y1]] = [places[from], places[to]], [dx, dy] = [x1 - x0, y1 - y0];
      const along = Math.min(1, Math.max(0, ((left - x0) * dx + (top - y0) * dy) / (dx * dx + dy * dy)));
      const far = Math.hypot(x0 + along * dx - left, y0 + along * dy - top);
      if (far < least) [best, least] = [mark.keys[n], far];
    });
  }
  return best;
}

// Presses and drags, in the axes' numbers: what was grabbed, where, and since when it moved. One message a frame.
function listen(figure, number, model) {
  let from = null, waiting = null;
  // Not getBoundingClientRect(): that of an inner svg is its content's.
  const toMarks = () => figure.parts.marks.getScreenCTM().inverse();
  const place = (event, way = toMarks()) => {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(way);
    return [figure.scales.x.back(x), figure.scales.y.back(y)];
  };
  const tell = (phase, event) => {
    const [x, y] = place(event, from.way);
    const message = { phase, panel: number, x, y, x0: from.x, y0: from.y, key: from.key };
    if (phase !== "move") return void model.send(message);
    if (waiting === null) requestAnimationFrame(() => {
      if (waiting) model.send(waiting);
      waiting = null;
    });
    waiting = message;
  };
  figure.addEventListener("pointerdown", (event) => {
    const panel = model.get("panels")[number];
    const held = event.target.closest?.("[data-key]")?.dataset.key;
    const key = held ?? edgeAt(panel, figure.scales, place(event).map((v, i) => figure.scales["xy"[i]].at(v)));
    if (event.button || model.get("locked") || !event.target.closest("svg[role=img]") || !(key || panel.click)) return;
    const [x, y] = place(event), way = toMarks();
    from = { x, y, key, way }; // the page may move during a drag, and what is dragged stays at the pointer's move
    figure.setPointerCapture(event.pointerId);
    event.preventDefault();
    tell("press", event);
  });
  figure.addEventListener("pointermove", (event) => from && tell("move", event));
  const release = (event) => {
    if (!from) return;
    waiting = null;
    tell("release", event);
    from = null;
  };
  figure.addEventListener("pointerup", release);
  figure.addEventListener("pointercancel", release);
}
