// Of a large picture only a part is on screen. That is written and painted first.

const CALM = 80; // milliseconds without a change until the rest is written
const HELD = 2000; // and until what is far away is laid out again
const AROUND = 200; // pixels from what is on screen to what is far away
let pictures = 0;

// When the page has time, but soon.
const idle = (run) => (window.requestIdleCallback ? requestIdleCallback(run, { timeout: 100 }) : setTimeout(run, 30));

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

// show(svg, [[{ at }, how], ...]) calls each how({ at }): at once where it is on screen, else when no change has come
// for a while or when it is scrolled to. So nothing that is seen is out of date.
function onScreen(picture) {
  let svg = null, rest = [], resting = null, releasing = null, holding = false, held = false, calm = 0;
  const sheet = document.adoptedStyleSheets && new CSSStyleSheet();
  if (sheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  picture.dataset.picture = ++pictures;
  const ends = () => {
    const whole = svg.getBoundingClientRect(), pane = picture.getBoundingClientRect();
    const sides = { left: pane.left, right: pane.right, top: Math.max(0, pane.top), bottom: Math.min(innerHeight, pane.bottom) };
    return { whole, ...sides };
  };
  // Whether a value is so near to what is on screen, in pixels.
  const within = ({ whole, left, right, top, bottom }, near) => {
    const across = (x) => (x - whole.left) / whole.width, down = (y) => (y - whole.top) / whole.height;
    const [west, east, north, south] = [across(left - near), across(right + near), down(top - near), down(bottom + near)];
    return ({ at }) => !at || (at.right > west && at.left < east && at.bottom > north && at.top < south);
  };
  const writeHere = (seen) => {
    const here = within(seen, 0), all = rest;
    rest = [];
    for (const [found, how] of all) {
      if (here(found)) how(found);
      else rest.push([found, how]);
    }
  };
  const showRest = (deadline) => {
    const now = performance.now();
    if (now < calm) return (resting = setTimeout(() => idle(showRest), calm - now));
    const soon = () => performance.now() - now < 6 && deadline?.timeRemaining?.() > 4;
    for (let n = 0; rest.length && (n < 20 || soon()); n++) {
      const [found, how] = rest.pop();
      how(found);
    }
    resting = rest.length ? idle(showRest) : null;
  };
  // A browser goes through a whole picture to paint one number of it anew. While numbers move again and again, what is
  // far away is no part of it.
  const hold = (all) => {
    if (!sheet || held || holding || performance.now() > calm + HELD) return;
    holding = true;
    idle(() => {
      if (!holding) return;
      const near = within(ends(), AROUND), far = all.filter(([found]) => found && !near(found));
      const names = far.flatMap(([{ node, arrows }]) => [...Object.keys(arrows), node.getAttribute("class").match(/\bv\d+/)[0]]);
      const kinds = names.map((name) => `.${name}`).join();
      if (far.length) sheet.replaceSync(`[data-picture="${picture.dataset.picture}"] :is(${kinds}) { display: none; }`);
      [holding, held] = [false, far.length > 0];
    });
  };
  const release = () => {
    clearTimeout(releasing);
    if (held) sheet.replaceSync("");
    holding = held = false;
  };
  const moved = () => {
    release();
    if (rest.length) writeHere(ends());
  };
  const moves = ["wheel", "scroll", "beforeprint"];
  for (const kind of moves) addEventListener(kind, moved, { capture: true, passive: true });
  return {
    moved,
    show(drawn, all) {
      svg = drawn;
      hold(all);
      rest = all.filter(([found]) => found);
      calm = performance.now() + CALM;
      writeHere(ends());
      if (rest.length) resting ??= setTimeout(() => idle(showRest), CALM);
      clearTimeout(releasing);
      releasing = setTimeout(() => idle(release), HELD);
    },
    end() {
      release();
      if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      for (const kind of moves) removeEventListener(kind, moved, { capture: true });
    },
  };
}
