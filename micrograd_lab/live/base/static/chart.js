// Panels of axes and marks, as draw/charts.py describes them: fields on a canvas, everything else in SVG above it.
const COLOURS = {
  ink: "var(--mg-ink)", grey: "var(--mg-grey)", orange: "#e69f00", blue: "var(--mg-blue)", sky: "#56b4e9",
  green: "#009e73", red: "#d55e00", purple: "#cc79a7",
};

// Room around what is plotted, for what its axes say.
function roomOf({ x, y }) {
  const room = (axis, [label, ticks, none]) => (axis.label ? label : axis.ticks.length ? ticks : none);
  const widest = Math.max(34, 12 + 7 * Math.max(0, ...y.ticks.map(([, words]) => words.length)));
  return { left: room(y, [54, widest, 6]), right: x.ticks.length ? 12 : 6, top: 6, bottom: room(x, [40, 22, 6]) };
}

// What a number on an axis is in pixels from the left, or from the bottom; and the way back.
function scaleOf(axis, pixels) {
  const to = axis.log ? (x) => Math.log10(x === 0 && axis.zero ? axis.low * Math.sqrt(10) : x) : (x) => x;
  const from = axis.log ? (x) => 10 ** x : (x) => x;
  const low = to(axis.low), high = to(axis.high);
  return {
    at: (x) => ((to(x) - low) / (high - low)) * pixels,
    back: (pixel) => from(low + (pixel / pixels) * (high - low)),
  };
}

function element(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const round = (x) => Math.round(x * 100) / 100;
// JSON has no NaN: null stands for what has no place on the axis.
// And SVG has no 1e39: what is far off the axis stays far off it, at FAR pixels.
const FAR = 1e7, near = (pixels) => Math.max(-FAR, Math.min(FAR, pixels));
const placed = (mark, x, y) =>
  mark.x.map((value, i) => [value === null ? NaN : x.at(value), mark.y[i] === null ? NaN : y.at(mark.y[i])])
    .map((p) => (p.every(Number.isFinite) ? p.map(near) : null));

function symbol(shape, x, y, size) {
  const r = size / 2;
  return {
    circle: `M${x - r},${y}a${r},${r} 0 1,0 ${size},0a${r},${r} 0 1,0 ${-size},0`,
    square: `M${x - r},${y - r}h${size}v${size}h${-size}z`,
    triangle: `M${x},${y - r}l${r},${size}h${-size}z`,
    cross: `M${x - r},${y - r}l${size},${size}m0,${-size}l${-size},${size}`,
  }[shape];
}

const DRAW = {
  line(mark, x, y) {
    let d = "", pen = false;
    for (const p of placed(mark, x, y)) {
      if (p) d += `${pen ? "L" : "M"}${round(p[0])},${round(p[1])}`;
      pen = Boolean(p);
    }
    const path = element("path", {
      d, fill: "none", style: `stroke:${COLOURS[mark.colour]}`, "stroke-width": mark.width,
      "stroke-linejoin": "round", ...(mark.dashed ? { "stroke-dasharray": mark.dashed === "dots" ? "2 3" : "6 4" } : {}),
    });
    // A thin line is hard to grab: its handle is wider, and unseen.
    return mark.key ? [path, element("path", { d, fill: "none", stroke: "transparent", "stroke-width": 10 })] : [path];
  },
  points(mark, x, y) {
    const d = placed(mark, x, y).filter(Boolean).map((p) => symbol(mark.shape, round(p[0]), round(p[1]), 1.6 * mark.size));
    const stroke = mark.shape === "cross" ? COLOURS[mark.colour] : "#111";
    return [element("path", {
      d: d.join(""), style: `fill:${COLOURS[mark.colour]};stroke:${stroke}`,
      "stroke-width": mark.shape === "cross" ? 2 : mark.size < 4 ? 0.3 : 1, // else a small symbol is all edge
    })];
  },
  bars(mark, x, y) {
    const base = y.at(0);
    return placed(mark, x, y).map((p, i) => {
      if (!p) return "";
      const left = x.at(mark.x[i] - mark.width / 2), right = x.at(mark.x[i] + mark.width / 2);
      return element("rect", {
        x: round(Math.min(left, right)), y: round(Math.min(base, p[1])), width: round(Math.abs(right - left)),
        height: round(Math.abs(base - p[1])), style: `fill:${COLOURS[mark.colour]}`,
      });
    });
  },
  cells(mark, x, y) {
    return mark.values.flatMap((row, r) => row.flatMap((value, c) => {
      const box = { x: x.at(c), y: Math.min(y.at(r), y.at(r + 1)), width: x.at(c + 1) - x.at(c), height: Math.abs(y.at(r + 1) - y.at(r)) };
      const text = element("text", {
        x: round(x.at(c + 0.5)), y: round(y.at(r + 0.5)), "text-anchor": "middle", "dominant-baseline": "central",
        style: `fill:${value === null ? "var(--mg-ink)" : value > 0.55 ? "#fff" : "#111"}`,
      }, mark.texts[r][c]);
      const shade = [0, 114, 178].map((part) => Math.round(255 - (255 - part) * (value ?? 0)));
      return [element("rect", { ...box, style: `fill:${value === null ? "none" : `rgb(${shade})`};stroke:var(--mg-grey)` }), text];
    }));
  },
  words(mark, x, y) {
    return [element("text", {
      x: round(x.at(mark.x)), y: round(y.at(mark.y)), "text-anchor": mark.anchor, "dominant-baseline": "central",
      style: `fill:${COLOURS[mark.colour]}`,
    }, mark.text)];
  },
  // Edges of one sign and width are one path: hundreds are drawn as quickly as a few.
  edges(mark, x, y) {
    const places = placed(mark, x, y), alike = new Map();
    mark.pairs.forEach(([from, to], n) => {
      const look = `${mark.signs[n]} ${mark.widths[n]}`, ends = [places[from], places[to]].map((p) => p.map(round).join());
      alike.set(look, `${alike.get(look) ?? ""}M${ends.join("L")}`);
    });
    return [...alike].map(([look, d]) => {
      const [sign, width] = look.split(" "), colour = { 1: "orange", "-1": "blue", 0: "grey" }[sign];
      const dashes = sign === "-1" ? { "stroke-dasharray": "5 3" } : {};
      return element("path", { d, fill: "none", style: `stroke:${COLOURS[colour]}`, "stroke-width": width, ...dashes });
    });
  },
  tiles(mark, x, y) {
    const [wide, high] = [x.at(mark.side) - x.at(0), y.at(0) - y.at(mark.side)];
    return placed(mark, x, y).map(([left, top], n) => element("rect", {
      x: round(left - wide / 2), y: round(top - high / 2), width: round(wide), height: round(high), fill: "transparent",
      style: "stroke:var(--mg-ink)", ...(mark.keys[n] ? { "data-key": mark.keys[n] } : {}),
    }));
  },
  field: () => [],
};

// Scores come as int16, 32767 * tanh(score / 2): 0 is the boundary. Orange is above it, blue below. Heights are grey.
function paintField(canvas, mark) {
  const n = mark.size, view = mark.scores;
  const scores = new Int16Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
  if (scores.length !== n * n) return;
  const small = document.createElement("canvas");
  small.width = small.height = n;
  const pen = small.getContext("2d"), image = pen.createImageData(n, n);
  for (let i = 0; i < n * n; i++) {
    const s = scores[i] / 32767, strength = 0.75 * Math.abs(s);
    const colour = mark.heights ? [128, 128, 128] : s > 0 ? [230, 159, 0] : [0, 114, 178];
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = 255 + (colour[c] - 255) * strength;
    image.data[4 * i + 3] = 255;
  }
  pen.putImageData(image, 0, 0);
  // The first and the last score stand on the picture's edges, so its outermost pixels reach beyond them.
  const draw = canvas.getContext("2d"), across = canvas.width / (n - 1), down = canvas.height / (n - 1);
  draw.imageSmoothingEnabled = true;
  draw.drawImage(small, -across / 2, -down / 2, n * across, n * down);
  draw.strokeStyle = "#111";
  draw.lineWidth = mark.heights ? 0.6 : 2;
  for (const level of mark.levels) paintLevel(draw, scores, n, across, down, level);
}

// Marching squares: in each cell, a line between the edges on which the score crosses the level.
function paintLevel(draw, scores, n, across, down, level) {
  draw.beginPath();
  for (let r = 0; r + 1 < n; r++)
    for (let c = 0; c + 1 < n; c++) {
      const a = scores[r * n + c] - level, b = scores[r * n + c + 1] - level;
      const d = scores[(r + 1) * n + c] - level, e = scores[(r + 1) * n + c + 1] - level;
      if (a > 0 === b > 0 && d > 0 === e > 0 && a > 0 === d > 0) continue; // most cells
      const cuts = [];
      if (a > 0 !== b > 0) cuts.push([c + a / (a - b), r]);
      if (b > 0 !== e > 0) cuts.push([c + 1, r + b / (b - e)]);
      if (d > 0 !== e > 0) cuts.push([c + d / (d - e), r + 1]);
      if (a > 0 !== d > 0) cuts.push([c, r + a / (a - d)]);
      for (let k = 0; k + 1 < cuts.length; k += 2) {
        draw.moveTo(cuts[k][0] * across, cuts[k][1] * down);
        draw.lineTo(cuts[k + 1][0] * across, cuts[k + 1][1] * down);
      }
    }
  draw.stroke();
}

// Tiles come as int8, 127 * tanh(score / 2), in the field's colours: a picture of all, one below another, cut up.
function paintTiles(canvas, mark, x, y) {
  const n = mark.size, view = mark.scores, small = document.createElement("canvas");
  const scores = new Int8Array(view.buffer, view.byteOffset, view.byteLength);
  Object.assign(small, { width: n, height: scores.length / n });
  if (!scores.length) return;
  const pen = small.getContext("2d"), image = pen.createImageData(n, small.height);
  scores.forEach((score, i) => {
    const strength = (0.75 * Math.abs(score)) / 127, colour = score > 0 ? [230, 159, 0] : [0, 114, 178];
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = 255 + (colour[c] - 255) * strength;
    image.data[4 * i + 3] = 255;
  });
  pen.putImageData(image, 0, 0);
  const draw = canvas.getContext("2d"), [wide, high] = [x.at(mark.side) - x.at(0), y.at(0) - y.at(mark.side)];
  placed(mark, x, y).forEach(([left, top], k) => {
    draw.drawImage(small, 0.5, k * n + 0.5, n - 1, n - 1, left - wide / 2, top - high / 2, wide, high);
  });
}

const PAINT = { field: paintField, tiles: paintTiles };

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

function entries(panel) {
  const made = [];
  for (const mark of panel.marks) {
    if (!mark.name || ["field", "tiles", "edges", "cells", "words"].includes(mark.kind)) continue;
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
  if (svg.getAttribute("aria-label") !== panel.words) svg.setAttribute("aria-label", panel.words);
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

function render({ model, el }) {
  el.classList.add("micrograd-chart");
  const panels = document.createElement("div");
  panels.className = "panels";
  const numbers = document.createElement("table");
  numbers.className = "numbers";
  el.append(panels, numbers);
  const figures = [];
  let columns = "";
  const paint = () => {
    const shown = model.get("panels"), below = shown.map((panel) => panel.below).join();
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
    const shown = model.get("numbers"), before = names;
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
  // Playing is asked for, frame by frame: while one waits to be painted the next is computed, and no more than that.
  // So a slow machine drops frames instead of queueing them, and a closed view leaves no loop behind.
  let asked = -1, alive = true, waiting = false;
  const next = () => {
    if (alive && model.get("playing") && asked !== model.get("frame")) {
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
  model.on("change:frame", show);
  model.on("change:playing", play);
  draw();
  const unname = nameSliders(el);
  return () => {
    alive = false;
    model.off("change:frame", show);
    model.off("change:playing", play);
    unname();
  };
}
export default { render };
