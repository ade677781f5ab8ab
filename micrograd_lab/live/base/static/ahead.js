// The page runs ahead of the kernel: when a slider moves, numbers and gradients follow in the same frame. The kernel is
// told as ever. What it answers to an earlier move is passed over; its answer to the last one is shown as it is.

// A text of an SVG, only where it differs: what is written is laid out and painted anew.
function put(text, words, kind, size, x) {
  if (text.firstChild.data !== words) text.firstChild.data = words;
  if (!size) text.removeAttribute("style");
  set(text, { ...(size && { style: `font-size: ${size}` }), ...(kind && { class: kind }), ...(x && { x }) });
}
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

// Where a box is, how wide, and how wide its sign; measured once, from what the kernel has drawn.
function measured(node) {
  const outline = node.querySelector(".outline"), sign = node.querySelector(".sign");
  const across = sign ? Number(sign.getAttribute("width")) : 0;
  if (!outline.hasAttribute("d")) return { x: Number(outline.getAttribute("x")), w: Number(outline.getAttribute("width")), across };
  const ends = outline.getAttribute("d").match(/-?[\d.]+/g).map(Number).filter((_, n) => n % 2 === 0);
  return { x: Math.min(...ends), w: Math.max(...ends) - Math.min(...ends), across };
}

// The number and the gradient in a box. Bricks are the kernel's; gradients of earlier data are called old.
function fillBox(found, data, grad, sweeps) {
  const { x, w, across } = (found.room ??= measured(found.node)), text = found.node.querySelector(".data");
  const words = shown(data), room = w - across / 2 - 16, half = Math.min(wide(words, 23), room) / 2;
  put(text, words, "", fitted(words, 23, room), Math.max(x + w / 2 + (across ? 2 : 0), x + across / 2 + 6 + half).toFixed(1));
  const row = found.node.querySelector(".grad, .sum");
  if (!row) return;
  if (sweeps && row.classList.contains("sum")) return put(row, `${row.textContent[0]} ${marked(grad)}`, `sum ${way(grad)}`, "");
  if (sweeps) return put(row, marked(grad), `grad ${way(grad)}`, fitted(marked(grad), 16, w - 12));
  if (row.classList.contains("soft")) return;
  for (const brick of found.node.querySelectorAll(".brick, .figure, .and, .strike")) brick.remove();
  const old = `old ${row.textContent.replace(/^[=≠] /, "")}`;
  put(row, old, "grad soft", fitted(old, 16, w - 12), (x + w / 2).toFixed(1));
}

// A label of an arrow: its text, and the rectangle around it, as wide as it needs.
function label(text, words, kinds, least, edge) {
  if (!text) return;
  const across = Math.max(least, wide(words, 13) + edge), x = (Number(text.getAttribute("x")) - across / 2).toFixed(1);
  put(text, words, kinds[0], "");
  set(text.previousElementSibling, { x, width: across.toFixed(1), ...(kinds[1] && { class: kinds[1] }) });
}

// Calls draw(machine, sweeps) when a slider has moved, and redraw() when the kernel refuses to follow.
function runAhead(model, el, draw, redraw) {
  let machine = null, at = [], past = [], pending = false, drawn = false, wanted = false, writing = false, turn = 0, timer = null, ends = [], sliders = [], boxes = [];
  const same = (some, others) => some.length === others.length && some.every((x, n) => x === others[n]);
  // Whether the kernel still has to answer to what a handle or a box has said: ipywidgets counts it, per model.
  const asked = () => [...sliders, ...boxes].some((one) => one._pending_msgs > 0);
  // The places where handles have been are kept as long as an answer to one of them may come.
  const forget = () => (past = at.map((x) => new Set([x])));
  const settle = (numbers = model.get("at")) => {
    clearTimeout(timer);
    el.classList.remove("ahead");
    pending = false;
    at = [...numbers];
    if (asked() && past.length === at.length) at.forEach((x, n) => past[n].add(x));
    else forget();
  };
  // At once, and in one frame not twice: what comes until then is shown together.
  const show = () => {
    if (drawn) return (wanted = true);
    machine.run(at, model.get("sweeps"));
    draw(machine, model.get("sweeps"));
    drawn = true;
    requestAnimationFrame(() => {
      const again = wanted && pending && machine;
      drawn = wanted = false;
      if (again) show();
    });
  };
  const move = (n, value) => {
    if (!machine || !model.get("runs") || !Number.isFinite(value)) return;
    if (!pending && !asked()) forget();
    at[n] = value;
    past[n].add(value);
    pending = true;
    show();
    clearTimeout(timer);
    // Streams and bricks that nobody has worked out for these numbers fade.
    timer = setTimeout(() => el.classList.toggle("ahead", !same(at, model.get("at"))), 600);
  };
  // Whether a handle stands where it would stand for this number: as in live/base/slider.py.
  const stands = (slider, number) => {
    const { min, step, value } = slider.attributes, near = min + Math.round((number - min) / step) * step;
    return Math.abs(near - value) < 1e-6 * step;
  };
  const slid = (n, slider, box) => {
    if (stands(slider, at[n]) && stands(slider, box.get("value"))) return; // it only answers to what was typed
    const number = Number(slider.get("value").toPrecision(12));
    move(n, number);
    if (machine && model.get("runs")) write(box, number);
  };
  const write = (box, number) => {
    writing = true;
    box.set("value", number);
    writing = false;
  };
  // What the kernel sets is no move. If it is none of the places where the handle has been, the kernel has gone its own way.
  const told = (n, box, number) => {
    if (writing || !(pending || asked())) return;
    if (!past[n].has(number)) settle();
    else if (stands(sliders[n], number)) at[n] = number;
    else write(box, at[n]);
  };
  // The kernel has moved a handle: its box goes along, unless it has been typed into and the handle only answers to that.
  const taken = (n, slider, box) => {
    const number = Number(slider.get("value").toPrecision(12));
    if (!stands(slider, box.get("value")) && !(box._pending_msgs > 0)) write(box, (at[n] = number));
    if (pending) redraw();
  };
  const listen = (control, react) => {
    control.on("change:value", react);
    ends.push(() => control.off("change:value", react));
  };
  const stop = () => {
    for (const end of ends) end();
    [machine, ends, sliders, boxes] = [null, [], [], []];
    settle();
  };
  const load = async () => {
    stop();
    const program = model.get("program"), now = ++turn;
    if (!program.controls || !model.get("machine")?.byteLength) return;
    const found = await started(model.get("machine"), program);
    const get = (id) => model.widget_manager.get_model(id);
    const controls = await Promise.all(program.controls.map((ids) => Promise.all(ids.map(get))));
    if (now !== turn) return;
    machine = found;
    [sliders, boxes] = [0, 1].map((which) => controls.map((pair) => pair[which]));
    settle();
    controls.forEach(([slider, box], n) => {
      listen(slider, () => (slider._state_lock ? taken(n, slider, box) : slid(n, slider, box)));
      listen(box, () => (box._state_lock ? told(n, box, box.get("value")) : writing || move(n, box.get("value"))));
    });
  };
  const take = () => load().catch(console.warn); // where a page may run no WebAssembly, the kernel's answers are awaited
  const refused = () => {
    if (!pending || !same(at, model.get("refused"))) return;
    settle(at);
    redraw();
  };
  const heard = { program: take, refused };
  for (const [name, react] of Object.entries(heard)) model.on(`change:${name}`, react);
  settle();
  take();
  return {
    // Whether what the kernel has sent belongs to an earlier move.
    late() {
      const told = model.get("at");
      const there = machine && told.every((x, n) => stands(sliders[n], x)); // the kernel has put the handles back
      const awaited = (pending || asked()) && ![told, model.get("refused")].some((numbers) => same(at, numbers));
      if (awaited && !there && told.every((x, n) => past[n]?.has(x))) return true;
      if (pending || !(same(at, told) || same(at, model.get("refused")))) settle();
      return false;
    },
    settle: () => settle(),
    end() {
      turn++;
      stop();
      for (const [name, react] of Object.entries(heard)) model.off(`change:${name}`, react);
    },
  };
}
