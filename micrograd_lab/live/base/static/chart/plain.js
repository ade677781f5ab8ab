// Where a chart takes its picture from: here from the kernel alone.
const sourceOf = (model) => ({
  panels: () => model.get("panels"),
  numbers: () => model.get("numbers"),
  plays: () => false,
  end() {},
});
