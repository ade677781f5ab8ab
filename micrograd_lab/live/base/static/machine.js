// The tape in the page: the bytes and the program that the kernel would run, and its numbers written as Python does.

// A DataView as an array of bytes, as widgets send them.
const bytesOf = (data) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

// A program in a machine of its own. run() computes it at these numbers; then data(number) and grad(number) are those
// of a value of the graph.
async function started(bytes, program) {
  const { memory, forward, backward } = (await WebAssembly.instantiate(bytesOf(bytes))).instance.exports;
  const missing = program.end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / 65536));
  for (const [address, image] of program.image) new Uint8Array(memory.buffer).set(bytesOf(image), address);
  const numbers = new Float64Array(memory.buffer), place = new Map(program.rows);
  return {
    run(inputs, sweeps) {
      numbers.set(inputs, program.loaded / 8);
      forward();
      if (sweeps) backward();
    },
    data: (number) => numbers[place.get(number) / 8],
    grad: (number) => numbers[(place.get(number) + program.grads) / 8],
  };
}

// The derivatives of a result y by its inputs a and b.
const SLOPES = {
  "+": () => [1, 1], "-": () => [1, -1], "*": (y, a, b) => [b, a], "/": (y, a, b) => [1 / b, -y / b],
  "**": (y, a, b) => [power(a, b), y * Math.log(a)], neg: () => [-1], ReLU: (y, a) => [a <= 0 ? 0 : 1],
  tanh: (y) => [1 - y * y], exp: (y) => [y], log: (y, a) => [1 / a], sigmoid: (y) => [y * (1 - y)],
};
const power = (a, b) => (b === 0 ? 0 : b * a ** (b - 1));
function slopes(op, y, inputs) {
  if (SLOPES[op]) return SLOPES[op](y, ...inputs);
  return op.startsWith("**") ? [power(inputs[0], Number(op.slice(2)))] : [];
}

// Python rounds what lies just between two to the even one, JavaScript to the larger. `all` has every digit there is.
function even(rounded, all, last) {
  const kept = all.slice(0, last), rest = all.slice(last).replace(/e.*/, "").replace(".", "");
  return /^50*$/.test(rest) && Number(kept.at(-1) === "." ? kept.at(-2) : kept.at(-1)) % 2 === 0 ? kept : rounded;
}
function fixed(x, decimals) {
  const rounded = x.toFixed(decimals), shifted = Math.abs(x) * 10 ** decimals;
  if (Math.abs(shifted - Math.floor(shifted) - 0.5) > 1e-6) return rounded;
  const all = x.toFixed(100);
  return even(rounded, all, all.indexOf(".") + (decimals && decimals + 1));
}

// graph.short: 2, -3, 0.9993, 1.2e-7.
function short(x) {
  if (!x) return x === 0 ? "0" : "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  const size = Math.abs(x), brief = (text) => text.replace(/\.?0+$/, "");
  if (size < 5e-5 || size >= 1e6) {
    const [mantissa, exponent] = x.toExponential(2).split("e"), all = x.toExponential(100);
    return `${brief(even(mantissa, all, all.indexOf(".") + 3))}e${Number(exponent)}`;
  }
  let decimals = Math.min(4, Math.max(0, 3 - Number(x.toExponential().split("e")[1])));
  while (decimals < 6 && Number.isInteger(Number(fixed(x, decimals))) && Math.abs(x - Math.round(x)) > 1e-6) decimals++;
  return decimals ? brief(fixed(x, decimals)) : fixed(x, 0);
}
const shown = (x) => short(x).replaceAll("-", "\u2212");
const way = (x) => (x > 0 ? "up" : x < 0 ? "down" : "none");
const marked = (x) => (x > 0 ? "▲ " : x < 0 ? "▼ " : "") + shown(x);

// How many pixels a text is wide at most, and its size where it would be wider than its room: as in draw/graphs/marks.py.
const SHARES = { ".": 0.4, " ": 0.36, i: 0.32, l: 0.32, "(": 0.46, ")": 0.46 };
for (const wider of "\u2212+×=▲▼mw%") SHARES[wider] = 0.86;
const wide = (words, size) => [...words].reduce((sum, c) => sum + (SHARES[c] ?? 0.66), 0) * size * 1.07;
const fitted = (words, size, room) => (wide(words, size) <= room ? "" : `${(size * room / wide(words, size)).toFixed(1)}px`);
