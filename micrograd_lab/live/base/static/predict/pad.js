// A curve drawn by hand: its height at fixed places, null where nothing is drawn yet.
const SPREAD = 8; // a handle at every eighth place; a key moves the curve around it, less and less up to the next two

function render({ model, el }) {
  const [wide, high, left, above, right, below] = model.get("size"), [bottom, top] = model.get("ends");
  const places = model.get("places"), last = places.length - 1, words = model.get("words");
  const make = (kind, fields) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", kind);
    for (const [name, value] of Object.entries(fields)) made.setAttribute(name, value);
    return made;
  };
  const up = (y) => (high * (top - y)) / (top - bottom), across = (n) => (wide * n) / last;
  const path = (ys) => {
    let pen = "M", d = "";
    ys.forEach((y, n) => {
      if (y === null) return void (pen = "M");
      d += `${pen}${across(n).toFixed(1)},${up(Math.max(Math.min(y, 4 * top - 3 * bottom), 4 * bottom - 3 * top)).toFixed(1)}`;
      pen = "L";
    });
    return d;
  };
  // What lies between the two curves: how far one is from the other.
  const between = (ys, real) => {
    const both = ys.map((y, n) => n).filter((n) => ys[n] !== null && (real[n] ?? null) !== null);
    const at = (curve) => (n) => `${across(n).toFixed(1)},${up(curve[n]).toFixed(1)}`;
    return both.length > 1 ? `M${both.map(at(ys)).join("L")}L${both.reverse().map(at(real)).join("L")}Z` : "";
  };

  el.classList.add("micrograd-pad");
  const how = document.createElement("div"), legend = document.createElement("div");
  how.textContent = words.how;
  how.className = "how";
  legend.className = "legend";
  for (const name of ["yours", "real"]) {
    const entry = document.createElement("span"), line = make("svg", { width: 30, height: 10, "aria-hidden": true });
    line.append(make("path", { class: name, d: "M1,5h28" }));
    entry.append(line, ` ${words[name]}`);
    entry.className = `of-${name}`;
    legend.append(entry);
  }
  const size = [wide + left + right, high + above + below], clip = `micrograd-pad-${Math.random().toString(36).slice(2)}`;
  const svg = make("svg", { viewBox: `${-left} ${-above} ${size.join(" ")}`, width: size[0], height: size[1], role: "group", "aria-label": words.pad });
  const paper = make("rect", { class: "paper", width: wide, height: high }), axes = make("g", { "aria-hidden": true });
  axes.innerHTML = model.get("axes");
  const inside = make("clipPath", { id: clip });
  inside.append(make("rect", { width: wide, height: high }));
  const [area, real, yours] = ["area", "real", "yours"].map((name) => make("path", { class: name, "clip-path": `url(#${clip})` }));
  real.setAttribute("pathLength", 1);
  const handles = places.map((x, n) => n).filter((n) => n % SPREAD === 0).map((n) => make("circle", {
    class: "handle", cx: across(n), r: 6, tabindex: 0, role: "slider", "data-n": n, "aria-orientation": "vertical",
    "aria-label": words.handle.replace("{x}", +places[n].toPrecision(3)), "aria-valuemin": bottom, "aria-valuemax": top,
  }));
  svg.append(inside, paper, axes, area, real, yours, ...handles);
  el.append(how, legend, svg);

  let ys = [...model.get("ys")], pen = null;
  const middle = bottom <= 0 && top >= 0 ? 0 : (bottom + top) / 2;
  const show = () => {
    const truth = model.get("real"), locked = model.get("disabled");
    yours.setAttribute("d", path(ys));
    if (truth.length && real.getAttribute("d") !== path(truth)) {
      real.setAttribute("d", path(truth));
      area.setAttribute("d", between(ys, truth));
      real.classList.add("arrives");
    }
    el.classList.toggle("locked", locked);
    el.classList.toggle("drawn", ys.some((y) => y !== null));
    el.classList.toggle("met", truth.length > 0);
    for (const handle of handles) {
      const y = ys[handle.dataset.n];
      handle.setAttribute("cy", up(y ?? middle));
      handle.setAttribute("aria-valuenow", y ?? middle);
      handle.setAttribute("aria-valuetext", y === null ? words.nothing : +y.toPrecision(3));
      handle.setAttribute("aria-disabled", locked);
    }
  };
  const keep = () => {
    model.set("ys", [...ys]);
    model.save_changes();
  };
  const within = (y) => Math.min(top, Math.max(bottom, y));
  const place = (event) => {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [Math.min(last, Math.max(0, (x / wide) * last)), within(top - (y / high) * (top - bottom))];
  };
  // The heights between where the pen was and where it is now.
  const stroke = ([x0, y0], [x1, y1]) => {
    const [from, to] = x0 < x1 ? [x0, x1] : [x1, x0];
    for (let n = Math.ceil(from - 0.5); n <= Math.floor(to + 0.5); n++) {
      const share = x1 === x0 ? 1 : Math.min(1, Math.max(0, (n - x0) / (x1 - x0)));
      ys[n] = y0 + share * (y1 - y0);
    }
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button || model.get("disabled")) return;
    pen = place(event);
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
    stroke(pen, pen);
    show();
  });
  svg.addEventListener("pointermove", (event) => {
    if (!pen) return;
    for (const step of event.getCoalescedEvents?.() ?? [event]) {
      const next = place(step);
      stroke(pen, next);
      pen = next;
    }
    show();
  });
  const lift = () => {
    if (!pen) return;
    pen = null;
    // A curve that begins or ends a hair beside the edge was meant to reach it.
    const drawn = ys.map((y, n) => n).filter((n) => ys[n] !== null), [first, end] = [drawn[0], drawn.at(-1)];
    if (first <= 3) ys.fill(ys[first], 0, first);
    if (end >= last - 3) ys.fill(ys[end], end);
    show();
    keep();
  };
  svg.addEventListener("pointerup", lift);
  svg.addEventListener("pointercancel", lift);
  svg.addEventListener("keydown", (event) => {
    const n = Number(event.target.dataset?.n), step = (top - bottom) / 40;
    const by = { ArrowUp: step, ArrowDown: -step, PageUp: 5 * step, PageDown: -5 * step }[event.key];
    const beside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!(n >= 0) || model.get("disabled") || (!by && !beside)) return;
    event.preventDefault();
    event.stopPropagation(); // else the notebook takes it for a command
    if (beside) return void handles[handles.indexOf(event.target) + beside]?.focus();
    ys = ys.map((y) => y ?? middle);
    const target = within(ys[n] + by), moved = target - ys[n];
    for (let k = -SPREAD + 1; k < SPREAD; k++)
      if (n + k in ys) ys[n + k] = within(ys[n + k] + moved * (1 - Math.abs(k) / SPREAD));
    show();
    keep();
  });
  const changed = () => {
    ys = [...model.get("ys")];
    show();
  };
  model.on("change:ys", changed);
  model.on("change:real change:disabled", show);
  show();
  return () => {
    model.off("change:ys", changed);
    model.off("change:real change:disabled", show);
  };
}
export default { render };
