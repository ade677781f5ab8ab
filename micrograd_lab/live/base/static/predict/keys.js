// One listener on the page is enough for the keys, however many views stand on it.
function keepArrows() {
  if (globalThis.micrograd_lab_keys) return;
  globalThis.micrograd_lab_keys = true;
  document.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow") && event.target.matches?.(".micrograd-view input[type=radio]")) event.stopPropagation();
  }, true);
}

function render({ el }) {
  keepArrows();
  const speak = () => {
    const view = el.closest(".micrograd-view"); // not there yet while the page is put together
    for (const said of view ? view.querySelectorAll(".micrograd-said") : []) said.setAttribute("aria-live", "polite");
  };
  const timer = setInterval(speak, 300);
  return () => clearInterval(timer);
}
export default { render };
