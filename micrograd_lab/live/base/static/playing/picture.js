// The panels and the numbers of a training, written as the kernel writes them.

// graph.digits: four decimals.
function digits(x) {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  if (!x) return "0.0000";
  if (Math.abs(x) >= 5e-5 && Math.abs(x) < 1e5) return fixed(x, 4);
  const all = x.toExponential(100), [mantissa, power] = x.toExponential(3).split("e");
  return `${even(mantissa, all, all.indexOf(".") + 4)}e${power[0]}${power.slice(1).padStart(2, "0")}`;
}

// As Python's format "g" writes it: six digits, and a power of ten where there are many.
function general(x) {
  const brief = Number(x.toPrecision(6)), power = brief && Number(brief.toExponential().split("e")[1]);
  if (power >= -4 && power < 6) return String(brief);
  return `${brief.toExponential().split("e")[0]}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

const ten = (power) => Number(`1e${power}`);

// As in live/views/training/panels.py.
function ceiling(numbers, least, usual = 0) {
  const known = numbers.filter(Number.isFinite), top = known.reduce((most, x) => Math.max(most, x), -Infinity);
  const x = Math.max(known.length ? top : usual, least), power = ten(Math.floor(Math.log10(x)));
  return [1, 2, 5, 10].map((m) => m * power).find((end) => end >= x * (1 - 1e-9));
}

// An axis from 0, with its ticks: as in draw/scales.py.
function axisTo(axis, high) {
  let step = ten(Math.floor(Math.log10(high / 2)));
  step *= [0.2, 0.5, 1, 2, 5].find((m) => high / (m * step) <= 7);
  const count = Math.floor(high / step + 1e-9) + 1;
  return { ...axis, high, ticks: Array.from({ length: count }, (_, n) => [n * step, general(n * step)]) };
}

// What the kernel has sent, { panels, numbers }, with the page's own state in it.
function pictured({ panels: [field, loss], numbers }, words, state, which) {
  const { x, y, scores, accuracy } = state, [score, ...points] = field.marks, [line] = loss.marks;
  const share = `${fixed(100 * accuracy, 0)}%`;
  const told = x.length ? words.curve.replace("{count}", x.length).replace("{last}", digits(y.at(-1))) : loss.text;
  const rows = {
    step: String(state.number), loss: digits(state.loss), "  on the data": digits(state.data),
    accuracy: `${fixed(100 * accuracy, 1)}%`, [`weight no. ${which}`]: digits(state.parameters[which]),
  };
  return {
    panels: [
      { ...field, text: words.field.replace("{share}", share), marks: [{ ...score, scores }, ...points] },
      {
        ...loss, text: told, x: axisTo(loss.x, ceiling(x, 10)), y: axisTo(loss.y, ceiling(y, 1e-9, 1)), marks: [{ ...line, x, y }],
      },
    ],
    numbers: numbers.map(([name, text]) => [name, rows[name] ?? text]),
  };
}
