// Of a large picture only a part is on screen. That is written and painted first.

const CALM = 80; // milliseconds without a change until the rest is written

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
  let svg = null, rest = [], resting = null, calm = 0;
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
    if (now < calm) return (resting = setTimeout(() => idle(showRest), calm - now));
    const soon = () => performance.now() - now < 6 && deadline?.timeRemaining?.() > 4;
    for (let n = 0; rest.length && (n < 20 || soon()); n++) {
      const [found, how] = rest.pop();
      how(found);
    }
    resting = rest.length ? idle(showRest) : null;
  };
  const moved = () => {
    if (rest.length) writeHere();
  };
  const moves = ["wheel", "scroll", "beforeprint"];
  for (const kind of moves) addEventListener(kind, moved, { capture: true, passive: true });
  return {
    moved,
    show(drawn, all) {
      svg = drawn;
      rest = all.filter(([found]) => found);
      calm = performance.now() + CALM;
      writeHere();
      if (rest.length) resting ??= setTimeout(() => idle(showRest), CALM);
    },
    end() {
      for (const kind of moves) removeEventListener(kind, moved, { capture: true });
    },
  };
}
