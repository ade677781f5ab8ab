// The SVG is laid out once; after that only what is in its boxes and on its arrows changes.

// Only what differs is written: what is written is laid out and painted anew.
const mould = document.createElementNS("http://www.w3.org/2000/svg", "g");
function write(element, svg) {
  if (element.written === svg) return;
  element.written = mould.innerHTML = svg;
  const [are, become] = [[...element.childNodes], [...mould.childNodes]];
  if (are.length !== become.length) return element.replaceChildren(...become);
  are.forEach((child, n) => child.isEqualNode(become[n]) || child.replaceWith(become[n]));
}

// The rows of a strip: a label, then pieces of code, boxed or coloured as they are in the picture.
function fill(table, rows) {
  table.replaceChildren(...rows.map(([label, pieces]) => {
    const row = document.createElement("div"), code = document.createElement("code");
    const name = Object.assign(document.createElement("span"), { className: "label", textContent: label });
    code.append(...pieces.map(([text, kind]) => Object.assign(document.createElement("span"), { className: kind, textContent: text })));
    row.append(name, code);
    return row;
  }));
}

function render({ model, el }) {
  el.classList.add("micrograd-graph");
  el.dataset.lmSuppressShortcuts = "true"; // in JupyterLab, arrow keys would go to the next cell
  const [picture, strip, line] = [0, 1, 2].map(() => document.createElement("div"));
  picture.className = "picture";
  picture.style.overflowX = "auto"; // here, since the style sheet may come later than what scrolls it
  strip.className = "strip";
  line.className = "said";
  line.setAttribute("role", "status");
  el.append(picture, strip, line);
  let svg, ground, values = new Map(), lowest = 0, asked = null, pointed = null, focused = null, news = false, runner = null, tiles = null;

  const screen = onScreen(picture);

  const say = () => {
    const sentence = (news || el.classList.contains("ahead") ? null : model.get("moving")[pointed ?? focused]?.sentence) ?? model.get("said");
    if (line.textContent !== sentence) line.textContent = sentence;
  };
  const ring = () => values.forEach(({ node }, number) => node.classList.toggle("here", number === focused));
  const go = (number) => {
    [focused, pointed, news] = [number, null, false];
    ring();
    values.get(number).node.scrollIntoView({ block: "nearest", inline: "nearest" });
    say();
  };
  const show = (found, value) => {
    write(found.node, value.box);
    for (const [name, svg] of Object.entries(value.arrows)) if (found.arrows[name]) write(found.arrows[name], svg);
  };
  // The box whose act it is comes on screen, where a graph is wider than its pane. The page does not move.
  const follow = () => {
    const number = model.get("watched"), found = values.get(number);
    if (number === asked || !picture.clientWidth) return;
    asked = number;
    if (!found || picture.scrollWidth <= picture.clientWidth) return;
    const pane = picture.getBoundingClientRect(), box = found.node.getBoundingClientRect();
    if (box.right > pane.right) picture.scrollLeft += box.right - pane.right + 8;
    if (box.left < pane.left) picture.scrollLeft -= pane.left - box.left + 8;
  };
  // Where each value is, once there is a picture to be in: when it is laid out, the page may not show it yet.
  const locate = () => {
    const whole = svg?.getBoundingClientRect();
    for (const found of values.values()) found.at ??= shares(whole, [found.node, ...Object.values(found.arrows)]);
  };
  const sized = new ResizeObserver(() => {
    tiles?.size();
    locate();
    screen.moved();
    asked = null;
    follow();
  });
  sized.observe(picture);
  const move = () => {
    if (!svg || runner?.late()) return;
    svg.setAttribute("aria-label", model.get("sentence"));
    write(ground, model.get("ground"));
    screen.show(svg, Object.entries(model.get("moving")).map(([number, value]) => [values.get(Number(number)), (found) => show(found, value)]), SOON);
    follow();
    say();
  };
  // The numbers of a machine in the page. The kernel's own picture of the same comes after it.
  const draw = (machine, sweeps) => {
    if (!svg) return;
    const { shown: inside, made, root } = model.get("program"), sources = new Map(made.map(([number, ...how]) => [number, how]));
    svg.setAttribute("aria-label", svg.getAttribute("aria-label").replace(/\S*$/, `${short(machine.data(root))}.`));
    screen.show(svg, inside.map((number) => [values.get(number), (found) => {
      fillBox(found, machine.data(number), machine.grad(number), sweeps);
      found.node.written = null;
      const [op, inputs] = sources.get(number) ?? ["", []], grad = machine.grad(number);
      if (!sweeps || !inputs.length) return;
      const local = slopes(op, machine.data(number), inputs.map(machine.data));
      inputs.forEach((_, place) => {
        const labels = found.arrows[`t${number}_${place}`], carried = local[place] * grad;
        if (!labels || local[place] === undefined) return;
        label(labels.querySelector(".figure"), shown(carried), [`figure ${way(carried)}`, `pill ${way(carried)}`], 24, 14);
        label(labels.querySelector(".factor"), `×${shown(local[place])}`, [], 0, 8);
        labels.written = null;
      });
    }]), values.size < MANY ? SOON : CALM);
  };
  const link = () => {
    const rows = model.get("strip");
    fill(strip, rows.slice(0, -1));
    line.dataset.label = rows.at(-1)?.[0] ?? "";
    // It never becomes lower again, so that what stands below does not jump.
    lowest = Math.max(lowest, strip.offsetHeight);
    strip.style.minHeight = rows.length ? `${lowest}px` : "";
  };
  const lay = () => {
    const had = document.activeElement === svg;
    runner?.settle();
    screen.moved();
    tiles?.end();
    picture.innerHTML = model.get("svg");
    svg = picture.querySelector("svg");
    values = new Map();
    pointed = asked = null;
    if (!svg && model.get("twin")) {
      picture.append(Object.assign(document.createElement("pre"), { textContent: model.get("twin") }));
    }
    if (!svg) return say();
    // As wide as there is room for, but never so small that it can't be read: then it scrolls.
    Object.assign(svg.style, { maxWidth: "100%", height: "auto", minWidth: `${0.55 * svg.width.baseVal.value}px` });
    sized.observe(svg);
    ground = svg.querySelector("g.ground");
    for (const node of svg.querySelectorAll(".value")) {
      const number = Number(node.getAttribute("class").match(/\bv(\d+)/)[1]);
      values.set(number, { node, arrows: {}, at: null });
    }
    for (const group of svg.querySelectorAll("g")) {
      const arrow = group.getAttribute("class")?.match(/^[et](\d+)_\d+$/);
      if (arrow) values.get(Number(arrow[1])).arrows[arrow[0]] = group;
    }
    locate();
    tiles = tiled(svg, values);
    if (!values.has(focused)) focused = null;
    if (had) svg.focus();
    ring();
    move();
  };

  const free = () => !model.get("locked");
  const numberAt = (event) => {
    const node = event.target.closest?.(".value");
    return node ? Number(node.getAttribute("class").match(/\bv(\d+)/)[1]) : null;
  };
  picture.addEventListener("pointerover", (event) => {
    if (numberAt(event) === pointed) return;
    pointed = numberAt(event);
    news = false;
    say();
  });
  picture.addEventListener("pointerleave", () => {
    pointed = null;
    say();
  });
  picture.addEventListener("click", (event) => {
    const number = numberAt(event);
    if (number === null) return;
    [focused, news] = [number, false];
    ring();
    say();
    if (free()) model.send({ chosen: number });
  });
  picture.addEventListener("keydown", (event) => {
    const numbers = [...values.keys()].sort((a, b) => a - b), last = numbers.length - 1;
    const stepping = model.get("stepping") && ["ArrowRight", "ArrowLeft"].includes(event.key);
    const at = numbers.indexOf(focused);
    const to = {
      ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at < 0 ? last : at - 1, ArrowUp: at < 0 ? last : at - 1,
      Home: 0, End: last,
    }[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (stepping) {
      if (free()) model.send({ step: event.key === "ArrowRight" ? 1 : -1 });
    } else if (to !== undefined) {
      go(numbers[Math.max(0, Math.min(last, to))]);
    } else if (event.key === "Enter" && focused !== null) {
      if (free()) model.send({ chosen: focused });
    } else if (event.key === "Escape") {
      focused = null;
      ring();
      say();
    } else return;
    event.preventDefault();
  });
  picture.addEventListener("focusout", () => {
    focused = null;
    ring();
    say();
  });

  // Playing is asked for, step by step: a closed view leaves nothing running behind.
  let timer = null;
  const next = () => {
    clearTimeout(timer);
    if (model.get("playing")) timer = setTimeout(() => model.send({ next: model.get("frame") }), 700);
  };
  const told = () => {
    news = true; // what has just happened comes before what is pointed at
    say();
  };
  const heard = { svg: lay, twin: lay, moving: move, ground: move, strip: link, said: told, frame: next, playing: next };
  for (const [name, react] of Object.entries(heard)) model.on(`change:${name}`, react);
  lay();
  link();
  next();
  if (model.widget_manager) runner = runAhead(model, el, draw, move);
  const unname = nameSliders(el, model.get("words"));
  return () => {
    clearTimeout(timer);
    sized.disconnect();
    screen.end();
    tiles?.end();
    runner?.end();
    for (const [name, react] of Object.entries(heard)) model.off(`change:${name}`, react);
    unname();
  };
}
export default { render };
