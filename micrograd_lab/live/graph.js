// The SVG is laid out once; after that only texts and colours change.
function render({ model, el }) {
  el.classList.add("micrograd-graph");
  const move = () => {
    const look = model.get("look");
    const svg = el.querySelector("svg");
    if (!svg) return;
    svg.setAttribute("aria-label", model.get("label"));
    for (const [number, value] of Object.entries(look)) {
      const node = svg.querySelector(`.v${number}`);
      if (!node) continue;
      node.querySelector(".data").textContent = value.data;
      node.querySelector(".grad").textContent = value.grad;
      node.querySelector(".grad-cell").setAttribute("fill", value.colour);
      value.partials.forEach((partial, place) => {
        const text = svg.querySelector(`.e${number}_${place} text`);
        if (text) text.textContent = partial;
      });
    }
  };
  const lay = () => {
    el.innerHTML = model.get("svg");
    const svg = el.querySelector("svg");
    if (svg) {
      svg.style.maxWidth = "100%";
      svg.style.height = "auto";
    }
    move();
  };
  model.on("change:svg", lay);
  model.on("change:look", move);
  lay();
  return nameSliders(el);
}
export default { render };
