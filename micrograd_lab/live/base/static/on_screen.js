// Of a large picture only a part is on screen. That is written and painted first.

// Milliseconds without a change until the rest is written; and of a large picture for which the kernel's answer is to come.
const SOON = 80, CALM = 400;

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

// show(svg, [[{ at }, how], ...], calm) calls each how({ at }): at once where it is on screen, else when no change has
// come for so many milliseconds or when it is scrolled to. So nothing that is seen is out of date.
function onScreen(picture) {
  let svg = null, rest = [], timer = null, busy = false, calm = 0;
  const ends = () => {
    const whole = svg.getBoundingClientRect(), pane = picture.getBoundingClientRect();
    const sides = { left: pane.left, right: pane.right, top: Math.max(0, pane.top), bottom: Math.min(innerHeight, pane.bottom) };
    return { whole, ...sides };
  };
  const writeHere = () => {
    const { whole, left, right, top, bottom } = ends(), all = rest;
    const across = (x) => (x - whole.left) / whole.width, down = (y) => (y - whole.top) / whole.height;
    const [west, east, north, south] = [across(left), across(right), down(top), down(bottom)];
    const here = ({ at }) => !at || (at.right > west && at.left < east && at.bottom > north && at.top < south);
    rest = [];
    for (const [found, how] of all) {
      if (here(found)) how(found);
      else rest.push([found, how]);
    }
  };
  const showRest = (deadline) => {
    const now = performance.now();
    busy = false;
    if (now < calm) return; // its turn comes later
    const room = () => performance.now() - now < 6 && deadline?.timeRemaining?.() > 4;
    for (let n = 0; rest.length && (n < 20 || room()); n++) {
      const [found, how] = rest.pop();
      how(found);
    }
    if (rest.length) go();
  };
  const go = () => {
    if (!busy) idle(showRest);
    busy = true;
  };
  const moved = () => {
    if (rest.length) writeHere();
  };
  const printed = () => {
    for (const [found, how] of rest) how(found);
    rest = [];
  };
  const moves = { wheel: moved, scroll: moved, beforeprint: printed };
  for (const [kind, react] of Object.entries(moves)) addEventListener(kind, react, { capture: true, passive: true });
  return {
    moved,
    show(drawn, all, wait) {
      svg = drawn;
      rest = all.filter(([found]) => found);
      calm = performance.now() + wait;
      writeHere();
      clearTimeout(timer);
      if (rest.length) timer = setTimeout(go, wait);
    },
    end() {
      clearTimeout(timer);
      for (const [kind, react] of Object.entries(moves)) removeEventListener(kind, react, { capture: true });
    },
  };
}
