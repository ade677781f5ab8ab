// Who owns a training: the kernel, but between play and pause the page. It takes the steps from what the kernel has laid
// down, and tells what it has reached about once a second and when it pauses. What it knows of is a turn of the
// kernel's: at a later one that its own steps have not led to, it drops what it has computed.

const KEPT = 400, TELLING = 1000; // points of the curve, as in experiments/session.py; milliseconds

// The steps that the page has trained and the kernel has not adopted.
function ownFrom(laid, marks) {
  const [{ x, y }] = marks, { turn, number, every } = laid;
  const began = number, told = number, since = [], parameters = floats(laid.parameters);
  return { turn, number, every, began, told, since, parameters, x: [...x], y: [...y] };
}

function keep(own, loss) {
  if (own.number % own.every === 0) {
    own.x.push(own.number);
    own.y.push(loss);
  }
  if (own.x.length > KEPT) {
    for (const name of ["x", "y"]) own[name] = own[name].filter((_, n) => n % 2 === 0);
    own.every *= 2;
  }
  own.since.push(loss);
}

// One for all views of a model. Each view is { draw, next }: draw it, and ask the kernel for what comes next.
function owned(model, views) {
  const page = Math.random().toString(36).slice(2), ends = [];
  let network = null, play = null, tellers = [], own = null, move = null, picture = null;
  let loading = 0, running = false, drawn = false, wanted = false, lost = 0, last = 0;
  const capable = () => Boolean(network && model.get("laid").plays && model.get("laid").turn !== lost);
  const able = () => capable() && Boolean(play.get("value"));
  const draw = () => {
    for (const view of views) view.draw();
  };
  const paint = (state, measured) => {
    const { alpha, which } = model.get("laid");
    measured ??= network.measure(state.parameters, alpha);
    const shown = { ...state, ...measured, x: [...state.x], y: [...state.y], scores: network.shades(state.parameters) };
    const kernels = { panels: model.get("panels"), numbers: model.get("numbers") };
    picture = pictured(kernels, model.get("program").words, shown, which);
    draw();
  };
  const tell = () => {
    if (!own || own.number === own.told) return;
    const { turn, told: from, since: losses } = own;
    [own.told, own.since, last] = [own.number, [], performance.now()];
    try {
      // Beside the chart the buttons tell it: what one of them does next comes after it. A kernel that knows passes it over.
      for (const one of [model, ...tellers])
        one.send({ played: { page, turn, from, losses } }, undefined, [own.parameters.slice().buffer]);
    } catch (error) {
      console.warn(error); // the kernel has gone: the view goes on
    }
  };
  const step = () => {
    const { lr, alpha, number } = model.get("laid"), before = network.measure(own.parameters, alpha);
    if (!Number.isFinite(before.loss)) {
      lost = own.turn; // the kernel takes this step, and says what it comes to
      tell();
      for (const view of views) view.next();
      return;
    }
    keep(own, before.data);
    own.parameters = network.step(own.parameters, lr);
    own.number++;
    const after = network.measure(own.parameters, alpha);
    paint(own, after);
    // A prediction may wait for all points to be on their side.
    const due = performance.now() - last > TELLING || (after.accuracy === 1 && before.accuracy < 1);
    if (due && model.get("laid").number === own.told) tell();
  };
  const tick = () => {
    running = views.size > 0 && able();
    if (!running) return;
    if (!own) {
      own = ownFrom(model.get("laid"), model.get("panels")[1].marks);
      if (move) own.parameters[move.which] = move.base + move.added;
      [move, last] = [null, performance.now()];
    }
    step();
    requestAnimationFrame(tick);
  };
  const go = () => {
    if (running || !able()) return;
    running = true;
    requestAnimationFrame(tick);
  };
  // What is the kernel's again is drawn as the kernel has it.
  const settle = () => {
    const { number } = model.get("laid");
    if (own && !able() && number === own.number) own = null;
    if (!own && !move) picture = null;
  };
  const pressed = () => {
    if (able()) return go();
    tell();
    settle();
    draw();
  };
  // A weight is dragged: field and numbers follow at once, and in one frame not twice.
  const nudged = (added) => {
    if (!network || !Number.isFinite(added)) return;
    if (able()) return tell(); // then it is the kernel that moves it
    const laid = model.get("laid"), { which } = laid;
    if (!move) move = { which, base: own ? own.parameters[which] : laid.base, past: new Set([0, laid.added]) };
    move.added = added;
    move.past.add(added);
    moved();
  };
  const moved = () => {
    if (drawn) return (wanted = true);
    const state = own ?? ownFrom(model.get("laid"), model.get("panels")[1].marks), parameters = state.parameters.slice();
    parameters[move.which] = move.base + move.added;
    if (own) own.parameters = parameters;
    paint({ ...state, parameters });
    drawn = true;
    requestAnimationFrame(() => {
      const again = wanted && move && network;
      drawn = wanted = false;
      if (again) moved();
    });
  };
  const laidDown = () => {
    const laid = model.get("laid");
    // Another page may have played; what it had trained before this one began is what this one began from.
    if (own && (laid.turn !== own.turn || (laid.player !== page && laid.number !== own.began))) own = null;
    const late = move && laid.which === move.which && laid.added !== move.added && move.past.has(laid.added);
    if (move && !late) move = null;
    if (own && !able()) tell();
    settle();
    go();
  };
  const listen = (control, event, react) => {
    control.on(event, react);
    ends.push(() => control.off(event, react));
  };
  const drop = () => {
    for (const end of ends.splice(0)) end();
    [network, own, move, picture] = [null, null, null, null];
  };
  const load = async () => {
    drop();
    const program = model.get("program"), now = ++loading;
    if (!program.controls || !model.get("machine")?.byteLength) return;
    const names = ["play", "slider", "box", "step", "reset"], get = (name) => model.widget_manager.get_model(program.controls[name]);
    const found = await trained(model.get("machine"), program), controls = await Promise.all(names.map(get));
    if (now !== loading) return;
    network = found;
    play = controls[0];
    tellers = controls.slice(1);
    listen(play, "change:value", pressed);
    for (const control of controls.slice(1, 3))
      listen(control, "change:value", () => control._state_lock || nudged(Number(control.get("value").toPrecision(12))));
    go();
  };
  const take = () => load().catch(console.warn); // where a page may run no WebAssembly, the kernel plays
  const heard = { "change:program": take, "change:laid": laidDown };
  for (const [event, react] of Object.entries(heard)) model.on(event, react);
  take();
  return {
    picture: () => picture,
    capable,
    end() {
      loading++;
      drop();
      for (const [event, react] of Object.entries(heard)) model.off(event, react);
    },
  };
}
