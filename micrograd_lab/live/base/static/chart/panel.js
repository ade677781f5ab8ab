// A panel's axes: their lines, ticks and labels.
function axes(panel, x, y, [width, height], room) {
  const made = element("g", { class: "axes" });
  const line = (x1, y1, x2, y2, grid) => made.append(element("line", {
    x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2),
    style: `stroke:var(--mg-grey);opacity:${grid ? 0.25 : 1}`,
  }));
  const text = (words, left, top, anchor, extra = {}) =>
    made.append(element("text", { x: round(left), y: round(top), "text-anchor": anchor, ...extra }, words));
  const field = flat(panel);
  for (const [place, words] of panel.x.ticks) {
    if (!field) line(x.at(place), 0, x.at(place), height, true);
    text(words, x.at(place), height + 14, "middle");
  }
  for (const [place, words] of panel.y.ticks) {
    if (!field) line(0, y.at(place), width, y.at(place), true);
    text(words, -5, y.at(place) + 4, "end");
  }
  if (panel.x.label || panel.x.ticks.length) line(0, height, width, height);
  if (panel.y.label || panel.y.ticks.length) line(0, 0, 0, height);
  text(panel.x.label, width / 2, height + 31, "middle");
  text(panel.y.label, 0, 0, "middle", { transform: `translate(${-room.left + 12},${height / 2}) rotate(-90)` });
  return made;
}

// What stands in the legend: an entry for each mark that has a name and a symbol.
function entries(panel) {
  const made = [];
  for (const mark of panel.marks) {
    if (!mark.name || ["field", "tiles", "edges", "cells", "faces", "label"].includes(mark.kind)) continue;
    const swatch = element("svg", { width: 18, height: 10, "aria-hidden": true });
    const half = { ...mark, x: [0, 18], y: [5, 5], key: "", size: 5, width: mark.kind === "bars" ? 0 : mark.width };
    const still = { at: (v) => v };
    if (mark.kind === "bars") swatch.append(element("rect", { x: 3, y: 0, width: 12, height: 10, style: `fill:${COLOURS[mark.colour]}` }));
    else swatch.append(...DRAW[mark.kind](mark.kind === "line" ? half : { ...half, x: [9], y: [5] }, still, still));
    const entry = document.createElement("span");
    entry.append(swatch, ` ${mark.name}`);
    made.push(entry);
  }
  return made;
}

// Whether two things that came from the kernel are the same: then what is drawn of them stays.
function same(a, b) {
  if (a === b) return true;
  if (!a || !b || typeof a !== "object" || typeof b !== "object") return false;
  if (a instanceof DataView) {
    if (a.byteLength !== b.byteLength) return false;
    for (let i = 0; i < a.byteLength; i++) if (a.getUint8(i) !== b.getUint8(i)) return false;
    return true;
  }
  if (Array.isArray(a)) return a.length === b.length && a.every((part, i) => same(part, b[i]));
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
}

const flat = (panel) => panel.marks.some((mark) => mark.kind === "field" || mark.kind === "cells");
const named = (panel) => panel.marks.map(({ kind, name, colour, shape, dashed }) => [kind, name, colour, shape, dashed]);
const painted = (panel) => panel.marks.filter((mark) => mark.kind in PAINT);
const outline = (mark) => (mark.kind in PAINT ? { ...mark, scores: null } : mark);

// A panel's axes, and the places for its marks.
function drawFrame(figure, panel, room, { x, y }) {
  const [width, height] = panel.size, outer = [width + room.left + room.right, height + room.top + room.bottom];
  const svg = element("svg", { viewBox: `0 0 ${outer[0]} ${outer[1]}`, width: outer[0], height: outer[1], role: "img" });
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas.style.cssText = `left:${(100 * room.left) / outer[0]}%;top:${(100 * room.top) / outer[1]}%;width:${(100 * width) / outer[0]}%`;
  canvas.setAttribute("aria-hidden", "true");
  const marks = element("svg", { width, height, class: "marks" });
  svg.append(element("g", { transform: `translate(${room.left},${room.top})` }, axes(panel, x, y, panel.size, room), marks));
  const [title, legend, plot] = ["figcaption", "div", "div"].map((kind) => document.createElement(kind));
  legend.className = "legend";
  title.style.paddingLeft = legend.style.paddingLeft = `${room.left}px`;
  plot.className = panel.marks.some((mark) => mark.kind === "field") ? "plot light" : "plot";
  plot.append(...(painted(panel).length ? [canvas] : []), svg);
  figure.parts = { title, legend, canvas, svg, marks };
  figure.replaceChildren(title, legend, plot);
}

// One panel. What has not changed since the last frame stays as it is: axes, points, all but what moves.
function drawPanel(figure, panel) {
  const [width, height] = panel.size, x = scaleOf(panel.x, width), up = scaleOf(panel.y, height);
  const y = { at: (v) => height - up.at(v), back: (pixel) => up.back(height - pixel) };
  const kept = (old) => ["x", "y", "size"].every((name) => same(old[name], panel[name])) && flat(old) === flat(panel)
    && painted(old).length === painted(panel).length;
  const old = figure.drawn && kept(figure.drawn) ? figure.drawn : { marks: [] }, fresh = old !== figure.drawn;
  figure.drawn = panel;
  figure.scales = { x, y };
  if (fresh) drawFrame(figure, panel, roomOf(panel), figure.scales);
  const { title, legend, canvas, svg, marks } = figure.parts;
  if (title.textContent !== panel.title) title.textContent = panel.title;
  if (fresh || !same(named(old), named(panel))) legend.replaceChildren(...entries(panel));
  if (svg.getAttribute("aria-label") !== panel.text) svg.setAttribute("aria-label", panel.text);
  if (!same(painted(old), painted(panel))) {
    canvas.getContext("2d").clearRect(0, 0, width, height);
    for (const mark of painted(panel)) PAINT[mark.kind](canvas, mark, x, y);
  }
  panel.marks.forEach((mark, i) => {
    if (old.marks[i] && same(outline(old.marks[i]), outline(mark))) return;
    const group = element("g", { class: `mark ${mark.kind}`, "data-name": mark.name, ...(mark.key ? { "data-key": mark.key } : {}) });
    group.append(...DRAW[mark.kind](mark, x, y));
    if (marks.children[i]) marks.children[i].replaceWith(group);
    else marks.append(group);
  });
  while (marks.children.length > panel.marks.length) marks.lastChild.remove();
  figure.classList.toggle("click", panel.click);
}
