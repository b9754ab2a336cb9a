const GAP = 5, HEIGHT = 15, MOST = 70;

/** Names beside their dots, the most told-of first; a name that would lie on another is left out. */
export function placed(marks, radius, width, height, chosen, measure) {
  const taken = new Grid(), found = [];
  for (const mark of marks) taken.add(mark.x - radius, mark.y - radius, mark.x + radius, mark.y + radius);
  const wanted = [...marks].sort((a, b) => (b.number === chosen) - (a.number === chosen) || b.place.claims - a.place.claims || a.number - b.number);
  for (const mark of wanted.slice(0, 4 * MOST)) {
    if (found.length >= MOST) break;
    const long = measure(mark.place.name), away = radius + GAP;
    const spots = [
      [mark.x + away, mark.y], [mark.x - away - long, mark.y],
      [mark.x - long / 2, mark.y - away - HEIGHT / 2], [mark.x - long / 2, mark.y + away + HEIGHT / 2],
    ];
    const spot = spots.find(([x, y]) => inside(x, y, long, width, height) && taken.free(x - 2, y - HEIGHT / 2, x + long + 2, y + HEIGHT / 2))
      ?? (mark.number === chosen ? spots[0] : null);
    if (!spot) continue;
    const [x, y] = spot;
    taken.add(x - 2, y - HEIGHT / 2, x + long + 2, y + HEIGHT / 2);
    found.push({ text: mark.place.name, x, y });
  }
  return found;
}

function inside(x, y, long, width, height) {
  return x > 2 && y > HEIGHT / 2 && x + long < width - 2 && y < height - HEIGHT / 2;
}

/** Boxes on the screen, looked up by cells. */
class Grid {
  #cells = new Map();

  add(left, top, right, bottom) {
    for (const key of cells(left, top, right, bottom)) {
      if (!this.#cells.has(key)) this.#cells.set(key, []);
      this.#cells.get(key).push([left, top, right, bottom]);
    }
  }

  free(left, top, right, bottom) {
    for (const key of cells(left, top, right, bottom)) {
      for (const [l, t, r, b] of this.#cells.get(key) ?? []) {
        if (left < r && right > l && top < b && bottom > t) return false;
      }
    }
    return true;
  }
}

function* cells(left, top, right, bottom) {
  const side = 40;
  for (let column = Math.floor(left / side); column <= Math.floor(right / side); column += 1) {
    for (let row = Math.floor(top / side); row <= Math.floor(bottom / side); row += 1) yield `${column}:${row}`;
  }
}
