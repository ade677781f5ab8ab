// Pictures to choose from: radio buttons, so that a click on a picture, the tab key and the arrows all do what they do.
const COLUMNS = { 2: 2, 4: 2 };

function render({ model, el }) {
  const set = document.createElement("fieldset"), name = `micrograd-pictures-${Math.random().toString(36).slice(2)}`;
  el.classList.add("micrograd-pictures");
  set.style.setProperty("--mg-columns", COLUMNS[model.get("pictures").length] ?? 3);
  set.setAttribute("aria-label", model.get("words").group);
  for (const { name: key, image, text } of model.get("pictures")) {
    const label = document.createElement("label"), head = document.createElement("span");
    const radio = Object.assign(document.createElement("input"), { type: "radio", name, value: key });
    const picture = Object.assign(document.createElement("img"), { src: image, alt: "" });
    radio.setAttribute("aria-label", model.get("words").picture.replace("{name}", key).replace("{text}", text));
    const note = document.createElement("small");
    head.append(radio, ` ${key} `, note);
    label.append(head, picture);
    radio.addEventListener("change", () => {
      model.set("value", key);
      model.save_changes();
    });
    set.append(label);
  }
  const show = () => {
    const words = model.get("words"), locked = model.get("disabled");
    for (const radio of set.querySelectorAll("input")) {
      const label = radio.closest("label"), happened = radio.value === model.get("happened");
      radio.checked = radio.value === model.get("value");
      radio.disabled = locked;
      label.classList.toggle("chosen", radio.checked);
      label.classList.toggle("happened", happened);
      label.querySelector("small").textContent =
        [locked && radio.checked && words.yours, happened && words.happened].filter(Boolean).join(", ");
    }
  };
  model.on("change", show);
  show();
  el.append(set);
  return () => model.off("change", show);
}
export default { render };
