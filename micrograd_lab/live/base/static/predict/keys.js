// One listener on the page is enough, however many views stand on it.
function render() {
  if (globalThis.micrograd_lab_keys) return;
  globalThis.micrograd_lab_keys = true;
  document.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow") && event.target.matches?.(".micrograd-view input[type=radio]")) event.stopPropagation();
  }, true);
}
export default { render };
