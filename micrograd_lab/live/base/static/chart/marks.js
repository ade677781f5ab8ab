// What every mark but a field is drawn as, in SVG; and where on the panel a number stands.
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
  faces(mark, x, y) {
    return mark.x.map((across, n) => {
      const places = placed({ x: across, y: mark.y[n] }, x, y).filter(Boolean), fill = mark.fills[n];
      return element("path", {
        d: `M${places.map((p) => p.map(round).join()).join("L")}${fill === "none" ? "" : "z"}`, fill,
        stroke: mark.strokes[n], "stroke-width": mark.widths[n], "stroke-linejoin": "round",
      });
    });
  },
  label(mark, x, y) {
    return [element("text", {
      x: round(x.at(mark.x)), y: round(y.at(mark.y)), "text-anchor": mark.anchor, "dominant-baseline": "central",
      style: `fill:${COLOURS[mark.colour]}`,
    }, mark.text)];
  },
  // Edges of one sign and width are one path: hundreds are drawn as quickly as a few.
  edges(mark, x, y) {
    const places = placed(mark, x, y), alike = new Map();
    mark.pairs.forEach(([from, to], n) => {
      const stroke = `${mark.signs[n]} ${mark.widths[n]}`, ends = [places[from], places[to]].map((p) => p.map(round).join());
      alike.set(stroke, `${alike.get(stroke) ?? ""}M${ends.join("L")}`);
    });
    return [...alike].map(([stroke, d]) => {
      const [sign, width] = stroke.split(" "), colour = { 1: "orange", "-1": "blue", 0: "grey" }[sign];
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
