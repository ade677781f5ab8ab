// A program on many samples, in a machine of its own: forward() and backward() compute it at `parameters`, a view of
// the machine's numbers, to which `grads` are the gradients. of(name) gives a row's numbers, sample after sample.

// The bytes of many numbers as these numbers: they may start anywhere.
const floats = ({ buffer, byteOffset, byteLength }) => new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));

async function taped(compiled, told) {
  const { memory, forward, backward } = (await WebAssembly.instantiate(compiled)).exports;
  const missing = told.end - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / 65536));
  for (const [address, image] of told.image) new Uint8Array(memory.buffer).set(bytesOf(image), address);
  const numbers = new Float64Array(memory.buffer), some = (address, count) => numbers.subarray(address / 8, address / 8 + count);
  for (const address of told.ones) some(address, told.filled).fill(1);
  some(told.loaded, told.columns.length).set(told.columns);
  return {
    forward,
    backward,
    samples: told.samples,
    parameters: some(told.first, told.parameters),
    grads: some(told.first + told.grads, told.parameters),
    of(name) {
      const [many, address] = told.rows[name], found = new Float64Array(told.samples);
      if (!many) return found.fill(numbers[address / 8]);
      for (let from = 0, at = address; from < told.samples; from += told.width, at += told.stretch)
        found.set(some(at, Math.min(told.width, told.samples - from)), from);
      return found;
    },
  };
}

// Row by row from the top: the columns of a field's places.
function places(across, down) {
  const columns = new Float64Array(2 * across.length * down.length), half = columns.length / 2;
  down.forEach((y, row) => {
    columns.set(across, row * across.length);
    columns.fill(y, half + row * across.length, half + (row + 1) * across.length);
  });
  return columns;
}

// A network in training, from a program of the kernel's: measure() gives what it is at these parameters, step() those
// after one step of SGD from where it was measured last.
async function trained(bytes, { training, field }) {
  const compiled = await WebAssembly.compile(bytesOf(bytes)), columns = floats(training.columns);
  const learner = await taped(compiled, { ...training, columns });
  const drawn = await taped(compiled, { ...field, columns: places(floats(field.across), floats(field.down)) });
  const mean = (row) => row.reduce((sum, x) => sum + x, 0) / row.length;
  return {
    measure(parameters, alpha) {
      learner.parameters.set(parameters);
      learner.parameters[parameters.length] = alpha;
      learner.forward();
      const right = learner.of("score").reduce((count, score, n) => count + (score > 0 === columns[n] > 0), 0);
      return { loss: mean(learner.of("loss")), data: mean(learner.of("data")), accuracy: right / learner.samples };
    },
    step(parameters, lr) {
      learner.backward();
      return parameters.map((x, n) => x - lr * learner.grads[n]);
    },
    // The shades of the field, as live/base/chart.py makes them: two bytes a score.
    shades(parameters) {
      drawn.parameters.set(parameters);
      drawn.forward();
      return new DataView(Int16Array.from(drawn.of("score"), (x) => Math.tanh(x / 2) * 32767).buffer);
    },
  };
}
