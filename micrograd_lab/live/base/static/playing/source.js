// Where a training takes its picture from: from the page, while that is ahead of the kernel.
const OWNERS = new WeakMap();

function sourceOf(model, view) {
  if (!OWNERS.has(model)) {
    const views = new Set();
    OWNERS.set(model, { views, ...owned(model, views) });
  }
  const owner = OWNERS.get(model);
  owner.views.add(view);
  return {
    panels: () => owner.picture()?.panels ?? model.get("panels"),
    numbers: () => owner.picture()?.numbers ?? model.get("numbers"),
    plays: owner.capable,
    end() {
      owner.views.delete(view);
      if (owner.views.size) return;
      owner.end();
      OWNERS.delete(model);
    },
  };
}
