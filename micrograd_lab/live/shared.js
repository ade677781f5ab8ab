// Names each slider handle of the view that el is in, and says when it is locked: ipywidgets gives it a role
// and a value alone.
function nameSliders(el) {
  const name = () => {
    const view = el.closest(".micrograd-view");
    for (const slider of view ? view.querySelectorAll(".widget-slider") : []) {
      const label = slider.querySelector(".widget-label");
      const handle = slider.querySelector("[role=slider]");
      if (!label || !handle) continue;
      handle.setAttribute("aria-label", label.textContent);
      handle.setAttribute("aria-disabled", handle.closest(".noUi-target").hasAttribute("disabled"));
    }
    for (const row of view ? view.querySelectorAll(".widget-hbox") : []) {
      const label = row.querySelector(".widget-slider .widget-label");
      const box = row.querySelector("input[type=number]");
      if (label && box) box.setAttribute("aria-label", label.textContent + ", as a number");
    }
  };
  const timer = setInterval(name, 200);
  return () => clearInterval(timer);
}
