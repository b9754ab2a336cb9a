/** What stands in the page, packed, or what the server gives. */
export async function load(name) {
  const packed = document.getElementById(name);
  if (packed) return unpacked(packed.textContent);
  const answer = await fetch(`${name}.json`);
  if (!answer.ok) throw new Error(`the server does not give ${name}: ${answer.status}`);
  return answer.json();
}

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

/** The borders of the brief's map as GeoJSON, and a point for the name of each country. */
export function asGround({ countries }) {
  const features = countries.map(({ name, rings }) => ({
    type: "Feature", properties: { name }, geometry: { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) },
  }));
  return { borders: { type: "FeatureCollection", features }, names: countries.map(named) };
}

function named({ name, rings }) {
  const largest = rings.reduce((a, b) => (Math.abs(area(b)) > Math.abs(area(a)) ? b : a));
  let lon = 0, lat = 0;
  const whole = area(largest);
  for (const [[x, y], [u, v]] of pairs(largest)) {
    lon += ((x + u) * (x * v - u * y)) / (6 * whole);
    lat += ((y + v) * (x * v - u * y)) / (6 * whole);
  }
  return { name: name.toUpperCase(), lon, lat, wide: Math.sqrt(Math.abs(whole)) };
}

function area(ring) {
  return pairs(ring).reduce((sum, [[x, y], [u, v]]) => sum + (x * v - u * y) / 2, 0);
}

function pairs(ring) {
  return ring.map((point, number) => [point, ring[(number + 1) % ring.length]]);
}
