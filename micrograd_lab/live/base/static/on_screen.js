// Of a large picture only a part is on screen. That is written and painted first.

const CALM = 80, HELD = 400; // milliseconds without a change until the rest is written, and until all is painted
const AROUND = 200; // pixels around what is on screen: so far a page may scroll before it is told

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
  let svg = null, rest = [], resting = null, releasing = null, calm = 0;
  const ends = () => {
    const whole = svg.getBoundingClientRect(), pane = picture.getBoundingClientRect();
    const sides = { left: pane.left, right: pane.right, top: Math.max(0, pane.top), bottom: Math.min(innerHeight, pane.bottom) };
    return { whole, ...sides };
  };
  const writeHere = ({ whole, left, right, top, bottom }) => {
    const across = (x) => (x - whole.left) / whole.width, down = (y) => (y - whole.top) / whole.height;
    const [west, east, north, south] = [across(left), across(right), down(top), down(bottom)];
    const here = ({ at }) => !at || (at.right > west && at.left < east && at.bottom > north && at.top < south);
    const all = rest;
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
  // A browser paints anew whatever is within thousands of pixels of the window. While numbers move, what is further
  // away than AROUND is cut off: most of a large graph.
  const hold = ({ whole, left, right, top, bottom }) => {
    const cut = [top - whole.top, whole.right - right, whole.bottom - bottom, left - whole.left].map((x) => x - AROUND);
    const inset = cut.map((x) => `${Math.max(-20, Math.round(x))}px`).join(" ");
    svg.style.clipPath = cut.some((x) => x > 0) ? `inset(${inset})` : "";
    clearTimeout(releasing);
    releasing = setTimeout(release, HELD);
  };
  const release = () => {
    if (svg?.style.clipPath) svg.style.clipPath = "";
  };
  const moved = () => {
    release();
    if (rest.length) writeHere(ends());
  };
  addEventListener("scroll", moved, { capture: true, passive: true });
  addEventListener("beforeprint", moved);
  return {
    moved,
    show(picture, all) {
      svg = picture;
      rest = all.filter(([found]) => found);
      calm = performance.now() + CALM;
      const seen = ends();
      writeHere(seen);
      if (seen.whole.width) hold(seen);
      if (rest.length) resting ??= setTimeout(() => idle(showRest), CALM);
    },
    end() {
      clearTimeout(releasing);
      removeEventListener("scroll", moved, { capture: true });
      removeEventListener("beforeprint", moved);
    },
  };
}
