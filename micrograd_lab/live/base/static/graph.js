// The SVG is laid out once; after that only texts, colours and marks change.

// Where these elements are in a picture, in shares of its width and height; null where it is hidden.
function shares(whole, elements) {
  if (!whole.width || !whole.height) return null;
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const reach = (best, side, start, size) => (Math[best](...boxes.map((box) => box[side])) - start) / size;
  return {
    left: reach("min", "left", whole.left, whole.width), right: reach("max", "right", whole.left, whole.width),
    top: reach("min", "top", whole.top, whole.height), bottom: reach("max", "bottom", whole.top, whole.height),
  };
}

// When the page has time, but soon. Not before the next frame: that would only make it later.
const idle = (run) => (window.requestIdleCallback ? requestIdleCallback(run, { timeout: 200 }) : setTimeout(run, 30));
const later = (run) => requestAnimationFrame(() => idle(run));

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function paint(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function render({ model, el }) {
  el.classList.add("micrograd-graph");
  el.dataset.lmSuppressShortcuts = "true"; // in JupyterLab, arrow keys would go to the next cell
  const picture = document.createElement("div"), line = document.createElement("div");
  picture.className = "picture";
  picture.style.overflowX = "auto"; // here, since the style sheet may come later than what scrolls it
  line.className = "said";
  line.setAttribute("role", "status");
  el.append(picture, line);
  let svg, values = new Map(), asked = null, used = null, pointed = null, focused = null, news = false, rest = [], resting = null;

  const say = () => {
    const sentence = (news ? null : model.get("moving")[pointed ?? focused]?.sentence) ?? model.get("said");
    if (line.textContent !== sentence) line.textContent = sentence;
  };
  const ring = () => values.forEach(({ node }, number) => node.classList.toggle("here", number === focused));
  const go = (number) => {
    [focused, pointed, news] = [number, null, false];
    ring();
    values.get(number).node.scrollIntoView({ block: "nearest", inline: "nearest" });
    say();
  };
  // Only what differs is written: what is written is laid out and painted anew.
  const show = (found, value) => {
    write(found.data, value.data);
    write(found.grad, value.grad);
    paint(found.cell, "fill", value.colour);
    paint(found.cell, "stroke", value.old ? "#444444" : "none");
    if (found.mark) write(found.mark, value.mark ?? "");
    value.partials.forEach((partial, place) => found.partials[place] && write(found.partials[place], partial));
  };
  // Of a large graph only a part is on screen. That comes first, and the rest when there is time, some at once.
  const onScreen = () => {
    const whole = svg.getBoundingClientRect(), pane = picture.getBoundingClientRect();
    const [left, right] = [pane.left, pane.right].map((x) => (x - whole.left) / whole.width);
    const [top, bottom] = [Math.max(0, pane.top), Math.min(innerHeight, pane.bottom)].map((y) => (y - whole.top) / whole.height);
    return ({ at }) => !at || (at.right > left && at.left < right && at.bottom > top && at.top < bottom);
  };
  const showRest = (deadline) => {
    for (let n = 0; rest.length && (n < 40 || deadline?.timeRemaining?.() > 5); n++) show(...rest.pop());
    resting = rest.length ? idle(showRest) : null;
  };
  // The one box that is marked comes on screen, where a graph is wider than its pane. The page does not move.
  const follow = () => {
    const marked = [...values].filter(([, found]) => found.mark?.textContent);
    const number = marked.length === 1 ? marked[0][0] : null;
    if (number === asked || !picture.clientWidth) return;
    asked = number;
    if (number === null || picture.scrollWidth <= picture.clientWidth) return;
    const pane = picture.getBoundingClientRect(), box = marked[0][1].node.getBoundingClientRect();
    if (box.right > pane.right) picture.scrollLeft += box.right - pane.right + 8;
    if (box.left < pane.left) picture.scrollLeft -= pane.left - box.left + 8;
  };
  // Where each value is, once there is a picture to be in: when it is laid out, the page may not show it yet.
  const locate = () => {
    const whole = svg?.getBoundingClientRect();
    for (const found of values.values()) found.at ??= shares(whole, [found.node, ...found.partials.filter(Boolean)]);
  };
  const sized = new ResizeObserver(() => {
    locate();
    asked = null;
    follow();
  });
  sized.observe(picture);
  const move = () => {
    if (!svg) return;
    svg.setAttribute("aria-label", model.get("sentence"));
    const here = onScreen();
    rest = [];
    for (const [number, value] of Object.entries(model.get("moving"))) {
      const found = values.get(Number(number));
      if (found && here(found)) show(found, value);
      else if (found) rest.push([found, value]);
    }
    if (rest.length) resting ??= later(showRest);
    follow();
    say();
  };
  const use = () => {
    used?.classList.remove("used");
    const [output, place] = model.get("edge");
    used = svg?.querySelector(`.e${output}_${place}`);
    used?.classList.add("used");
  };
  const lay = () => {
    const had = document.activeElement === svg;
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
    for (const node of svg.querySelectorAll(".value")) {
      const number = Number(node.getAttribute("class").match(/\bv(\d+)/)[1]);
      const [data, grad, cell, mark] = [".data", ".grad", ".grad-cell", ".mark"].map((name) => node.querySelector(name));
      const partials = [];
      for (const text of svg.querySelectorAll(`[class*=" e${number}_"] text`)) {
        partials[text.parentNode.getAttribute("class").split("_").at(-1)] = text;
      }
      cell.setAttribute("stroke-dasharray", "4 3");
      values.set(number, { node, data, grad, cell, mark, partials, at: null });
    }
    locate();
    if (!values.has(focused)) focused = null;
    if (had) svg.focus();
    ring();
    use();
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
  const heard = { svg: lay, twin: lay, moving: move, edge: use, said: told, frame: next, playing: next };
  for (const [name, react] of Object.entries(heard)) model.on(`change:${name}`, react);
  lay();
  next();
  const unname = nameSliders(el, model.get("words"));
  return () => {
    clearTimeout(timer);
    sized.disconnect();
    for (const [name, react] of Object.entries(heard)) model.off(`change:${name}`, react);
    unname();
  };
}
export default { render };
