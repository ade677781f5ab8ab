// What a handle at this place says: 2.1 for 2.0999999999999996, the label of a choice, the number and not its exponent.
function spoken(slider, place) {
  if (slider.classList.contains("micrograd-choice")) return slider.querySelector(".widget-readout").textContent;
  return String(slider.classList.contains("micrograd-log") ? +(10 ** place).toPrecision(4) : +place.toPrecision(12));
}

// Names each slider handle of the view that el is in, says where it stands, and when it is locked: ipywidgets gives it
// a role, and the place in its own count.
function nameSliders(el, words) {
  const name = () => {
    const view = el.closest(".micrograd-view");
    for (const slider of view ? view.querySelectorAll(".widget-slider") : []) {
      const label = slider.querySelector(".widget-label");
      const handle = slider.querySelector("[role=slider]");
      if (!label || !handle) continue;
      handle.setAttribute("aria-label", label.textContent);
      const target = handle.closest(".noUi-target"), bar = target.noUiSlider;
      handle.setAttribute("aria-disabled", target.hasAttribute("disabled"));
      if (slider.speaks === bar) continue;
      slider.speaks = bar;
      bar.on("update.micrograd", (values, n, places) => handle.setAttribute("aria-valuetext", spoken(slider, places[n])));
    }
    for (const row of view ? view.querySelectorAll(".widget-hbox") : []) {
      const label = row.querySelector(".widget-slider .widget-label");
      const box = row.querySelector("input[type=number]");
      if (label && box) box.setAttribute("aria-label", words.box.replace("{name}", label.textContent));
    }
  };
  const timer = setInterval(name, 200);
  return () => clearInterval(timer);
}
