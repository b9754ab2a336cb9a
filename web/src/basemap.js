import { AttributionControl, Map as GlMap, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";
import worker from "maplibre-gl/dist/maplibre-gl-worker.mjs?raw";

const SEA = "#e4ecf1", LAND = "#f6f5f1", BORDER = "#a9b2b8";
const drawn = new WeakMap();
const ROUTE = { cut: "#9a3412", threaten: "#8a6500", open: "#3d6b4f", encircle: "#1c2126" };

/** Borders only, from the page itself: nothing is asked of the network. */
export function basemap(container, borders, places) {
  setWorkerUrl(URL.createObjectURL(new Blob([worker], { type: "text/javascript" })));
  const map = new GlMap({
    container,
    style: { version: 8, sources: sources(borders), layers: layers() },
    bounds: bounds(places),
    fitBoundsOptions: { padding: 60, maxZoom: 9 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 13,
    fadeDuration: 0,
    renderWorldCopies: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-left");
  map.addControl(new ScaleControl({ maxWidth: 120 }), "bottom-left");
  map.addControl(new AttributionControl({ compact: false, customAttribution: "Borders: Natural Earth. Places: GeoNames." }), "bottom-left");
  return map;
}

function sources(borders) {
  return {
    borders: { type: "geojson", data: borders },
    routes: { type: "geojson", data: collection([]) },
  };
}

function layers() {
  const width = ["interpolate", ["linear"], ["zoom"], 4, 1.4, 9, 3];
  const colour = ["match", ["get", "state"], ...Object.entries(ROUTE).flat(), "#6b747c"];
  return [
    { id: "sea", type: "background", paint: { "background-color": SEA } },
    { id: "land", type: "fill", source: "borders", paint: { "fill-color": LAND } },
    { id: "borders", type: "line", source: "borders", paint: { "line-color": BORDER, "line-width": 1 } },
    {
      id: "routes", type: "line", source: "routes", filter: ["!=", ["get", "state"], "open"],
      paint: { "line-color": colour, "line-width": width, "line-dasharray": [2, 1.6] },
    },
    {
      id: "opened", type: "line", source: "routes", filter: ["==", ["get", "state"], "open"],
      paint: { "line-color": colour, "line-width": width },
    },
  ];
}

/** The routes of a day; each is a line through its places. The same routes are not drawn anew. */
export function drawRoutes(map, routes) {
  const key = JSON.stringify(routes.map((one) => [one.state, one.places.map((place) => place.id)]));
  if (key === drawn.get(map)) return;
  drawn.set(map, key);
  const features = routes
    .map((one) => ({ state: one.state, line: one.places.filter(hasPoint).map((p) => [p.lon, p.lat]) }))
    .filter((one) => one.line.length > 1)
    .map((one) => ({ type: "Feature", properties: { state: one.state }, geometry: { type: "LineString", coordinates: one.line } }));
  map.getSource("routes")?.setData(collection(features));
}

export function hasPoint(place) {
  return Number.isFinite(place?.lat) && Number.isFinite(place?.lon);
}

function collection(features) {
  return { type: "FeatureCollection", features };
}

const SHARE = 0.9;

/** The box of the places that nine in ten claims tell of, those nearest their middle first. */
function bounds(places) {
  const told = places.filter((one) => hasPoint(one) && one.claims);
  if (!told.length) return [[-20, -30], [60, 60]];
  const lon = middle(told, "lon"), lat = middle(told, "lat");
  const near = told.map((one) => ({ one, far: Math.hypot(one.lon - lon, one.lat - lat) })).sort((a, b) => a.far - b.far);
  const wanted = SHARE * told.reduce((sum, one) => sum + one.claims, 0);
  const kept = [];
  for (let sum = 0; kept.length < near.length && sum < wanted; sum += kept.at(-1).claims) kept.push(near[kept.length].one);
  const lons = kept.map((one) => one.lon), lats = kept.map((one) => one.lat);
  return [[Math.min(...lons) - 0.1, Math.min(...lats) - 0.1], [Math.max(...lons) + 0.1, Math.max(...lats) + 0.1]];
}

/** The median, each place counted by its claims. */
function middle(places, side) {
  const sorted = [...places].sort((a, b) => a[side] - b[side]);
  let left = sorted.reduce((sum, one) => sum + one.claims, 0) / 2;
  return sorted.find((one) => (left -= one.claims) <= 0)[side];
}
