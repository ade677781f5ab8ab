// Scores come as int16, 32767 * tanh(score / 2): 0 is the boundary. Orange is above it, blue below.
const ORANGE = [230, 159, 0], BLUE = [0, 114, 178];

function render({ model, el }) {
  el.innerHTML = `
    <div class="micrograd-training">
      <canvas class="field" width="400" height="400" role="img"></canvas>
      <div>
        <canvas class="loss" width="320" height="150" role="img"></canvas>
        <pre class="numbers"></pre>
        <p class="message" role="status"></p>
      </div>
    </div>`;
  const field = el.querySelector(".field"), loss = el.querySelector(".loss");
  const small = document.createElement("canvas");

  const paintField = () => {
    const n = model.get("size"), view = model.get("scores");
    const scores = new Int16Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
    if (scores.length !== n * n) return;
    small.width = small.height = n;
    const pen = small.getContext("2d"), image = pen.createImageData(n, n);
    for (let i = 0; i < n * n; i++) {
      const s = scores[i] / 32767, colour = s > 0 ? ORANGE : BLUE, strength = 0.75 * Math.abs(s);
      for (let c = 0; c < 3; c++) image.data[4 * i + c] = 255 + (colour[c] - 255) * strength;
      image.data[4 * i + 3] = 255;
    }
    pen.putImageData(image, 0, 0);
    // The first and the last score stand on the picture's edges, so its outermost pixels reach beyond them.
    const draw = field.getContext("2d"), w = field.width, cell = w / (n - 1);
    draw.imageSmoothingEnabled = true;
    draw.drawImage(small, -cell / 2, -cell / 2, n * cell, n * cell);
    paintBoundary(draw, scores, n, cell);
    for (const [x, y, label] of model.get("points")) paintPoint(draw, x * w, y * w, label);
    field.setAttribute("aria-label", model.get("label"));
  };

  // Marching squares: in each cell, a line between the edges on which the score changes its sign.
  const paintBoundary = (draw, scores, n, cell) => {
    draw.beginPath();
    for (let r = 0; r + 1 < n; r++)
      for (let c = 0; c + 1 < n; c++) {
        const a = scores[r * n + c], b = scores[r * n + c + 1];
        const d = scores[(r + 1) * n + c], e = scores[(r + 1) * n + c + 1];
        const cuts = [];
        if (a > 0 !== b > 0) cuts.push([c + a / (a - b), r]);
        if (b > 0 !== e > 0) cuts.push([c + 1, r + b / (b - e)]);
        if (d > 0 !== e > 0) cuts.push([c + d / (d - e), r + 1]);
        if (a > 0 !== d > 0) cuts.push([c, r + a / (a - d)]);
        for (let k = 0; k + 1 < cuts.length; k += 2) {
          draw.moveTo(cuts[k][0] * cell, cuts[k][1] * cell);
          draw.lineTo(cuts[k + 1][0] * cell, cuts[k + 1][1] * cell);
        }
      }
    draw.strokeStyle = "#111";
    draw.lineWidth = 2;
    draw.stroke();
  };

  const paintPoint = (draw, x, y, label) => {
    draw.beginPath();
    if (label > 0) draw.arc(x, y, 4.5, 0, 2 * Math.PI);
    else draw.rect(x - 4, y - 4, 8, 8);
    draw.fillStyle = label > 0 ? "#e69f00" : "#0072b2";
    draw.fill();
    draw.strokeStyle = "#111";
    draw.lineWidth = 1;
    draw.stroke();
  };

  const paintLoss = () => {
    const losses = model.get("losses").filter(Number.isFinite), draw = loss.getContext("2d");
    const { width: w, height: h } = loss;
    draw.fillStyle = "#fff";
    draw.fillRect(0, 0, w, h);
    draw.strokeStyle = "#0072b2";
    draw.fillStyle = "#333";
    draw.font = "12px sans-serif";
    const top = Math.max(1e-9, ...losses);
    draw.fillText(losses.length ? `loss, 0 to ${top.toPrecision(3)}` : "loss", 6, 14);
    draw.lineWidth = 2;
    draw.beginPath();
    losses.forEach((y, i) => draw.lineTo((i / Math.max(1, losses.length - 1)) * w, h - 2 - (y / top) * (h - 24)));
    draw.stroke();
    loss.setAttribute("aria-label", losses.length ? `Loss curve, ${losses.length} points, the last ${losses.at(-1).toFixed(4)}.` : "Loss curve, empty.");
  };

  // Playing is asked for, frame by frame: when one is painted, the next is requested.
  // So a slow machine drops frames instead of queueing them, and a closed view leaves no loop behind.
  let asked = -1, alive = true;
  const next = () => {
    if (alive && model.get("playing") && asked !== model.get("frame")) {
      asked = model.get("frame");
      model.send({ next: asked });
    }
  };
  const paint = () => {
    paintField();
    paintLoss();
    el.querySelector(".numbers").textContent = model.get("numbers");
    el.querySelector(".message").textContent = model.get("message");
    requestAnimationFrame(next);
  };
  const play = () => {
    asked = -1;
    next();
  };
  model.on("change:frame", paint);
  model.on("change:playing", play);
  paint();
  const unname = nameSliders(el);
  return () => {
    alive = false;
    model.off("change:frame", paint);
    model.off("change:playing", play);
    unname();
  };
}
export default { render };
