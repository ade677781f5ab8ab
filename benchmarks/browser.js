// Whether a frame is being made: from its first callback to the first task after it.
let inFrame = false;
const nextFrame = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (run) => nextFrame((time) => {
  if (!inFrame) afterFrame(() => (inFrame = false));
  inFrame = true;
  run(time);
});
function afterFrame(run) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = run;
  port2.postMessage(0);
}

// In the page: times from a key press until what it changes is painted. `element` holds the picture.
function watchFor(element) {
  const watch = (window.watch = { pressed: 0, answered: 0, changes: [] });
  let waiting = false, changed = 0;
  const painted = () => {
    waiting = false;
    watch.changes.push(performance.now());
    if (changed >= watch.pressed) watch.answered ||= watch.changes.at(-1); // and not what an earlier key has changed
  };
  window.watching?.disconnect();
  if (!window.pressing) document.addEventListener("keydown", (window.pressing = (e) => Object.assign(window.watch, { pressed: e.timeStamp, answered: 0 })), true);
  window.watching = new MutationObserver(async () => {
    changed = performance.now();
    if (waiting) return;
    waiting = true;
    const images = [...element.querySelectorAll("img")].filter((image) => !image.complete);
    if (images.length) await Promise.all(images.map((image) => image.decode().catch(() => 0)));
    if (inFrame) afterFrame(painted);
    else nextFrame(() => afterFrame(painted));
  });
  window.watching.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
}

// So many arrow keys, so many milliseconds apart. Gives [how long they took, frames painted, the last one after the last
// key].
async function flood(handle, keys, apart) {
  watch.changes = [];
  const press = (key) => handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const start = performance.now(), sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  for (let i = 0; i < keys; i++) {
    press(i % 4 === 3 ? "ArrowLeft" : "ArrowRight");
    await sleep(Math.max(0, start + (i + 1) * apart - performance.now()));
  }
  const last = performance.now();
  while (performance.now() - Math.max(last, watch.changes.at(-1) ?? 0) < 1500) await sleep(50);
  return [last - start, watch.changes.length, watch.changes.at(-1) - last];
}

// Frames painted a second, over so many milliseconds.
async function rate(milliseconds) {
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  watch.changes = [];
  while (watch.changes.length < 5) await sleep(20);
  const before = watch.changes.length, start = performance.now();
  await sleep(milliseconds);
  return ((watch.changes.length - before) / (performance.now() - start)) * 1000;
}
