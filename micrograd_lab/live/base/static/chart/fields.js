// Scores come as int16, 32767 * tanh(score / 2): 0 is the boundary. Orange is above it, blue below. Heights are grey.
function paintField(canvas, mark) {
  const n = mark.size, view = mark.scores;
  const scores = new Int16Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
  if (scores.length !== n * n) return;
  const small = document.createElement("canvas");
  small.width = small.height = n;
  const pen = small.getContext("2d"), image = pen.createImageData(n, n);
  for (let i = 0; i < n * n; i++) {
    const s = scores[i] / 32767, strength = 0.75 * Math.abs(s);
    const colour = mark.heights ? [128, 128, 128] : s > 0 ? [230, 159, 0] : [0, 114, 178];
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = 255 + (colour[c] - 255) * strength;
    image.data[4 * i + 3] = 255;
  }
  pen.putImageData(image, 0, 0);
  // The first and the last score stand on the picture's edges, so its outermost pixels reach beyond them.
  const draw = canvas.getContext("2d"), across = canvas.width / (n - 1), down = canvas.height / (n - 1);
  draw.imageSmoothingEnabled = true;
  draw.drawImage(small, -across / 2, -down / 2, n * across, n * down);
  draw.strokeStyle = "#111";
  draw.lineWidth = mark.heights ? 0.6 : 2;
  for (const level of mark.levels) paintLevel(draw, scores, n, across, down, level);
}

// Marching squares: in each cell, a line between the edges on which the score crosses the level.
function paintLevel(draw, scores, n, across, down, level) {
  draw.beginPath();
  for (let r = 0; r + 1 < n; r++)
    for (let c = 0; c + 1 < n; c++) {
      const a = scores[r * n + c] - level, b = scores[r * n + c + 1] - level;
      const d = scores[(r + 1) * n + c] - level, e = scores[(r + 1) * n + c + 1] - level;
      if (a > 0 === b > 0 && d > 0 === e > 0 && a > 0 === d > 0) continue; // most cells
      const cuts = [];
      if (a > 0 !== b > 0) cuts.push([c + a / (a - b), r]);
      if (b > 0 !== e > 0) cuts.push([c + 1, r + b / (b - e)]);
      if (d > 0 !== e > 0) cuts.push([c + d / (d - e), r + 1]);
      if (a > 0 !== d > 0) cuts.push([c, r + a / (a - d)]);
      for (let k = 0; k + 1 < cuts.length; k += 2) {
        draw.moveTo(cuts[k][0] * across, cuts[k][1] * down);
        draw.lineTo(cuts[k + 1][0] * across, cuts[k + 1][1] * down);
      }
    }
  draw.stroke();
}

// Tiles come as int8, 127 * tanh(score / 2), in the field's colours: a picture of all, one below another, cut up.
function paintTiles(canvas, mark, x, y) {
  const n = mark.size, view = mark.scores, small = document.createElement("canvas");
  const scores = new Int8Array(view.buffer, view.byteOffset, view.byteLength);
  Object.assign(small, { width: n, height: scores.length / n });
  if (!scores.length) return;
  const pen = small.getContext("2d"), image = pen.createImageData(n, small.height);
  scores.forEach((score, i) => {
    const strength = (0.75 * Math.abs(score)) / 127, colour = score > 0 ? [230, 159, 0] : [0, 114, 178];
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = 255 + (colour[c] - 255) * strength;
    image.data[4 * i + 3] = 255;
  });
  pen.putImageData(image, 0, 0);
  const draw = canvas.getContext("2d"), [wide, high] = [x.at(mark.side) - x.at(0), y.at(0) - y.at(mark.side)];
  placed(mark, x, y).forEach(([left, top], k) => {
    draw.drawImage(small, 0.5, k * n + 0.5, n - 1, n - 1, left - wide / 2, top - high / 2, wide, high);
  });
}

const PAINT = { field: paintField, tiles: paintTiles };
