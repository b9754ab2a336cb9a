import { hasPoint } from "./basemap.js";
import { placed } from "./labels.js";

const INK = "#1c2126";
const FONT = '"Source Sans 3", "Helvetica Neue", Arial, sans-serif';

/**
 * The places, drawn on a canvas above the map: holder by colour, contested hatched, what is only
 * inferred smaller and paler, probability as opacity.
 */
export class Dots {
  #map; #canvas; #pen; #places; #colour; #marks = []; #events = []; #chosen = -1; #stamps = new Map(); #ratio = 1; #countries; #seen = [];

  constructor(map, places, colour, countries) {
    this.#map = map;
    this.#places = places;
    this.#colour = colour;
    this.#countries = countries;
    this.#canvas = document.createElement("canvas");
    this.#canvas.className = "dots";
    this.#canvas.setAttribute("aria-hidden", "true");
    this.#pen = this.#canvas.getContext("2d", { willReadFrequently: true });
    map.getCanvasContainer().append(this.#canvas);
    map.on("move", () => this.draw());
    map.on("resize", () => this.draw());
  }

  /** `standing(place number)` gives the row of a place on the day; `events` are points with counts. */
  show(standing, events, chosen) {
    this.#marks = [];
    for (const [number, place] of this.#places.entries()) {
      const row = hasPoint(place) && standing(number);
      if (row) this.#marks.push({ number, place, row });
    }
    this.#marks.sort((a, b) => a.place.claims - b.place.claims);
    this.#events = events;
    this.#chosen = chosen;
    this.draw();
  }

  draw() {
    const { width, height } = this.#sized();
    const radius = Math.round(2 * Math.min(9, Math.max(3.5, this.#map.getZoom() - 0.5))) / 2;
    const project = projection(this.#map);
    const seen = [];
    this.#pen.clearRect(0, 0, width, height);
    this.#lands(project, width);
    for (const event of this.#events) this.#event(project(event.lon, event.lat), event.weight, radius);
    this.#pen.save();
    this.#pen.setTransform(1, 0, 0, 1, 0, 0);
    for (const mark of this.#marks) {
      const [x, y] = project(mark.place.lon, mark.place.lat);
      if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
      mark.x = x;
      mark.y = y;
      this.#dot(mark, radius);
      seen.push(mark);
    }
    this.#pen.restore();
    this.#seen = seen;
    this.#labels(seen, radius, width, height);
  }

  /** The number of the place under a point of the screen, or -1. */
  at(point) {
    let found = -1, nearest = 12;
    for (const mark of this.#seen) {
      const far = Math.hypot(mark.x - point.x, mark.y - point.y);
      if (far <= nearest) [found, nearest] = [mark.number, far];
    }
    return found;
  }

  /** Where a place stands on the screen, or null if it is out of sight. */
  spot(name) {
    const mark = this.#seen.find((one) => one.place.name === name);
    const { left, top } = this.#canvas.getBoundingClientRect();
    return mark ? [mark.x + left, mark.y + top] : null;
  }

  #sized() {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const ratio = (this.#ratio = devicePixelRatio || 1);
    if (this.#canvas.width !== width * ratio || this.#canvas.height !== height * ratio) {
      [this.#canvas.width, this.#canvas.height] = [width * ratio, height * ratio];
      this.#canvas.style.width = `${width}px`;
      this.#canvas.style.height = `${height}px`;
      this.#pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      this.#stamps.clear();
    }
    return { width, height };
  }

  #lands(project, width) {
    const pen = this.#pen, degree = project(1, 0)[0] - project(0, 0)[0];
    pen.font = `600 11px ${FONT}`;
    pen.letterSpacing = "2px";
    pen.textAlign = "center";
    pen.fillStyle = "#68737b";
    for (const { name, lon, lat, wide } of this.#countries) {
      const [x, y] = project(lon, lat);
      if (wide * degree > pen.measureText(name).width && x > 0 && x < width) pen.fillText(name, x, y);
    }
    pen.letterSpacing = "0px";
    pen.textAlign = "left";
  }

  #event([x, y], weight, radius) {
    const size = radius + 3 + Math.min(9, 2 * Math.sqrt(weight));
    this.#pen.beginPath();
    this.#pen.arc(x, y, size, 0, 2 * Math.PI);
    this.#pen.fillStyle = "rgb(163 59 32 / .16)";
    this.#pen.fill();
  }

  #dot({ x, y, row, number }, radius) {
    const chosen = number === this.#chosen;
    const key = `${row.holder} ${row.contested} ${row.basis} ${row.probability.toFixed(1)} ${chosen} ${radius}`;
    if (!this.#stamps.has(key)) this.#stamps.set(key, this.#stamp(row, radius, chosen));
    const stamp = this.#stamps.get(key), half = stamp.width / 2;
    this.#pen.drawImage(stamp, Math.round(x * this.#ratio - half), Math.round(y * this.#ratio - half));
  }

  /** One dot, drawn once for all places that look the same. */
  #stamp(row, radius, chosen) {
    const told = row.basis === "reported" || row.basis === "supposed";
    const stamp = document.createElement("canvas"), half = Math.ceil(radius) + 3;
    stamp.width = stamp.height = 2 * half * this.#ratio;
    const pen = stamp.getContext("2d");
    pen.scale(this.#ratio, this.#ratio);
    pen.arc(half, half, told ? radius : radius * 0.75, 0, 2 * Math.PI);
    pen.fillStyle = "#fff";
    pen.fill();
    pen.globalAlpha = told ? 0.35 + 0.65 * row.probability : 0.2 + 0.4 * row.probability;
    pen.fillStyle = row.contested ? hatching(pen, this.#colour(row.holder)) : this.#colour(row.holder);
    pen.fill();
    pen.globalAlpha = 1;
    pen.lineWidth = chosen ? 3 : row.contested ? 1.6 : 0.9;
    pen.strokeStyle = told || chosen ? INK : "#7d868d";
    pen.stroke();
    return stamp;
  }

  #labels(seen, radius, width, height) {
    const pen = this.#pen;
    pen.font = `12px ${FONT}`;
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    for (const { text, x, y } of placed(seen, radius, width, height, this.#chosen, (text) => pen.measureText(text).width)) {
      pen.lineWidth = 3;
      pen.strokeStyle = "rgb(251 250 247 / .95)";
      pen.strokeText(text, x, y);
      pen.fillStyle = INK;
      pen.fillText(text, x, y);
    }
  }
}

function hatching(pen, colour) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 5;
  const stripes = tile.getContext("2d");
  stripes.fillStyle = "#fff";
  stripes.fillRect(0, 0, 5, 5);
  stripes.strokeStyle = colour === "#ffffff" ? INK : colour;
  stripes.lineWidth = 2.2;
  for (const shift of [-5, 0, 5]) {
    stripes.moveTo(shift - 1, 6);
    stripes.lineTo(shift + 6, -1);
  }
  stripes.stroke();
  return pen.createPattern(tile, "repeat");
}

/** Mercator on the screen without a call per point: the map is neither turned nor tilted. */
function projection(map) {
  const origin = map.project([0, 0]), unit = map.project([1, 0]).x - origin.x;
  const perRadian = (unit * 180) / Math.PI;
  return (lon, lat) => [
    origin.x + lon * unit,
    origin.y - perRadian * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)),
  ];
}
