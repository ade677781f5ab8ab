// A minute that runs while `running`: in words and as a bar. It only tells how long something took.
function render({ model, el }) {
  el.classList.add("micrograd-clock");
  const bar = document.createElement("progress"), said = document.createElement("span");
  bar.max = model.get("limit");
  bar.setAttribute("aria-hidden", "true");
  said.setAttribute("role", "timer");
  el.append(bar, said);
  let began = null, timer = null;
  const seconds = () => Math.floor((performance.now() - began) / 1000);
  const tell = (name, n) => {
    said.textContent = model.get("words")[name].replace("{n}", n);
  };
  const tick = () => {
    const left = model.get("limit") - seconds();
    bar.value = Math.max(0, left);
    tell(left > 0 ? "left" : "over", left > 0 ? left : seconds());
  };
  const turn = () => {
    clearInterval(timer);
    if (model.get("running")) {
      began = performance.now();
      timer = setInterval(tick, 250);
      tick();
    } else if (began !== null && model.get("stopped")) {
      const n = Math.max(1, seconds());
      tell(n > model.get("limit") ? "longer" : "took", n);
    } else {
      began = null;
      bar.value = model.get("limit");
      tell("waits", "");
    }
  };
  model.on("change:running change:stopped", turn);
  turn();
  return () => {
    clearInterval(timer);
    model.off("change:running change:stopped", turn);
  };
}
export default { render };
