// Pictures to choose from: radio buttons, so that a click on a picture, the tab key and the arrows all do what they do.
let groups = 0;

function render({ model, el }) {
  const set = document.createElement("fieldset"), name = `micrograd-pictures-${groups++}`;
  el.classList.add("micrograd-pictures");
  set.setAttribute("aria-label", model.get("words").group);
  for (const { name: key, image, text } of model.get("pictures")) {
    const label = document.createElement("label"), head = document.createElement("span");
    const radio = Object.assign(document.createElement("input"), { type: "radio", name, value: key });
    const picture = Object.assign(document.createElement("img"), { src: image, alt: "" });
    radio.setAttribute("aria-label", model.get("words").picture.replace("{name}", key).replace("{text}", text));
    head.append(radio, ` ${key}`);
    label.append(head, picture);
    radio.addEventListener("change", () => {
      model.set("value", key);
      model.save_changes();
    });
    set.append(label);
  }
  const show = () => {
    for (const radio of set.querySelectorAll("input")) {
      radio.checked = radio.value === model.get("value");
      radio.closest("label").classList.toggle("chosen", radio.checked);
    }
  };
  model.on("change:value", show);
  show();
  el.append(set);
  return () => model.off("change:value", show);
}
export default { render };
