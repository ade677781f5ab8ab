// To paint one element of an SVG anew, a browser goes through all of them. So the boxes of a large picture, and what
// stands on their arrows, lie in tiles above it, each an SVG of its own. Of them a browser goes through those alone in
// which something has changed; what is far from the screen it neither lays out nor paints.

const MANY = 60; // boxes, from which on it is worth it
const TILE = 600, FAR = "400px"; // how large a tile is, in the picture's pixels; how far from the screen it is hidden
// How far what belongs to a tile may reach out of it: boxes from their upper left corner, and labels from their box.
const REACH = { v: [50, 300, 50, 150], t: [300, 60, 250, 250] };

// The tile that a part of the picture belongs to, by where its box is: [kind, column, row]. Streams stay below them all,
// what says that something is left out comes above.
function tileOf(part, values) {
  const kind = part.getAttribute("class") ?? "", number = kind.match(/^(?:value v|t)(\d+)/)?.[1];
  if (number === undefined) return part.localName === "g" ? null : ["rest"];
  const outline = values.get(Number(number)).node.querySelector(".outline");
  const spot = (n) => {
    if (!outline.hasAttribute("d")) return Number(outline.getAttribute("xy"[n]));
    return Math.min(...outline.getAttribute("d").match(/-?[\d.]+/g).filter((_, k) => k % 2 === n));
  };
  return [kind[0], ...[0, 1].map((n) => Math.floor(spot(n) / TILE))];
}

// Lays a picture out in tiles, and back into one while it is printed. `size()` fits them to it when it is shown larger.
function tiled(svg, values) {
  if (values.size < MANY) return { size() {}, end() {} };
  const page = svg.querySelector("g"), parts = [...page.children], tiles = new Map(), stack = document.createElement("div");
  const { e: dx, f: dy } = page.transform.baseVal.consolidate().matrix, { width, height } = svg.viewBox.baseVal;
  const { maxWidth, minWidth } = svg.style;
  const put = { display: "inline-block", position: "relative", isolation: "isolate", width: `${svg.width.baseVal.value}px` };
  Object.assign(stack.style, { ...put, maxWidth, minWidth });
  svg.replaceWith(stack);
  stack.append(svg);
  Object.assign(svg.style, { display: "block", position: "relative", width: "100%", maxWidth: "none", minWidth: 0 });
  const near = (entries) => {
    for (const { target, isIntersecting } of entries) target.style.contentVisibility = isIntersecting ? "" : "hidden";
  };
  const watching = new IntersectionObserver(near, { rootMargin: FAR, scrollMargin: FAR });
  // A tile is a window, through which the whole is seen: so its parts are where they would be without it.
  const tile = ([kind, column, row]) => {
    const whole = svg.cloneNode(false), content = page.cloneNode(false), pane = document.createElement("div");
    for (const name of ["role", "aria-label", "tabindex"]) whole.removeAttribute(name);
    whole.style.position = "absolute";
    content.style.pointerEvents = "auto";
    pane.className = "tile";
    pane.setAttribute("aria-hidden", "true");
    Object.assign(pane.style, { position: "absolute", overflow: "hidden", contain: "strict", pointerEvents: "none" });
    whole.append(content);
    pane.append(whole);
    stack.append(pane);
    watching.observe(pane);
    const [west, east, north, south] = REACH[kind] ?? [0, 0, 0, 0], [x, y] = [column * TILE + dx, row * TILE + dy];
    const ends = REACH[kind] ? [x - west, y - north, x + TILE + east, y + TILE + south] : [0, 0, width, height];
    return { whole, content, pane, ends };
  };
  const size = () => {
    const shown = svg.getBoundingClientRect(), scale = shown.width / width;
    for (const { whole, pane, ends } of tiles.values()) {
      const [left, top, right, bottom] = ends.map((end, n) => Math.floor(Math.max(0, Math.min(end, n % 2 ? height : width)) * scale));
      const sides = { left, top, width: right - left + 1, height: bottom - top + 1 };
      for (const [name, pixels] of Object.entries(sides)) pane.style[name] = `${pixels}px`;
      const all = { left: -left, top: -top, width: shown.width, height: shown.height };
      for (const [name, pixels] of Object.entries(all)) whole.style[name] = `${pixels}px`;
    }
  };
  const spread = () => {
    for (const part of parts) {
      const place = tileOf(part, values), name = place?.join();
      if (place && !tiles.has(name)) tiles.set(name, tile(place));
      if (place) tiles.get(name).content.append(part);
    }
    size();
  };
  const gather = () => page.append(...parts);
  // A click on a box goes to its picture, which then hears the keys.
  stack.addEventListener("mousedown", (event) => {
    if (!event.target.closest(".tile")) return;
    event.preventDefault();
    svg.focus({ preventScroll: true });
  });
  spread();
  addEventListener("beforeprint", gather);
  addEventListener("afterprint", spread);
  return {
    size,
    end() {
      watching.disconnect();
      removeEventListener("beforeprint", gather);
      removeEventListener("afterprint", spread);
    },
  };
}
