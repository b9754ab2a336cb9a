import "maplibre-gl/dist/maplibre-gl.css";
import "./style.css";
import { basemap, drawRoutes, hasPoint } from "./basemap.js";
import { Case, fits } from "./case.js";
import { holderColours } from "./colours.js";
import { asGround, load } from "./data.js";
import { h } from "./dom.js";
import { Dots } from "./dots.js";
import { filters, isFiltered } from "./filters.js";
import { legend } from "./legend.js";
import { Panel } from "./panel.js";
import { Store } from "./store.js";
import { Timeline } from "./timeline.js";

/** Days after which fighting is no longer marked on the map. */
const SETTLED = 6;

async function start() {
  const [data, borders] = await Promise.all([load("case"), load("borders")]);
  const theCase = new Case(data);
  const store = new Store(theCase.days);
  const colour = holderColours(theCase.holders);
  document.title = `${theCase.title} – Orontes`;
  const map = h("div", { id: "map", role: "application", "aria-label": "Map; every place is also in the list of the day" });
  const aside = h("aside", { class: "panel", "aria-label": "What is told" });
  const foot = h("footer", { class: "timeline" });
  document.body.replaceChildren(
    h("header", { class: "top" }, h("h1", {}, theCase.title), filters(theCase, store)),
    h("main", {}, h("div", { class: "ground" }, map, legend(theCase, colour)), aside), foot);
  const timeline = new Timeline(store, foot);
  const panel = new Panel(theCase, store, colour, aside);
  const ground = asGround(borders);
  const base = basemap(map, ground.borders, theCase.places);
  const dots = new Dots(base, theCase.places, colour, ground.names);
  const page = { theCase, store, timeline, panel, base, dots };
  base.on("click", (event) => choose(store, theCase, dots.at(event.point)));
  base.on("mousemove", (event) => { base.getCanvas().style.cursor = dots.at(event.point) < 0 ? "" : "pointer"; });
  base.once("load", () => {
    drawRoutes(base, routesOf(page));
    document.documentElement.dataset.ready = "map";
  });
  store.listen((now, before) => update(page, now, before));
  update(page, store.now, {});
  window.orontes = { store, spot: (name) => dots.spot(name) };
  document.documentElement.dataset.ready = "page";
}

function choose(store, theCase, number) {
  if (number >= 0) store.set({ place: theCase.places[number].id, tab: "place" });
}

function update(page, now, before) {
  const { theCase, store, timeline, panel, base, dots } = page;
  const index = store.index;
  const filter = ["kind", "actor", "source", "stance", "since", "until"].some((name) => now[name] !== before[name]);
  if (filter) page.events = eventsOf(theCase, now);
  if (filter || now.known !== before.known) {
    timeline.show(page.events.filter((one) => theCase.wasKnown(one, theCase.lastDay, now.known)), theCase.changes(now.known));
  }
  timeline.move();
  dots.show((number) => theCase.standing(number, index, now.known), fighting(page, index), theCase.placeNumber.get(now.place) ?? -1);
  if (base.getSource("routes")) drawRoutes(base, routesOf(page));
  if (now.place && now.place !== before.place) reveal(page, now.place);
  panel.show(now, index, page.events);
}

function reveal({ theCase, base }, id) {
  const place = theCase.places[theCase.placeNumber.get(id)];
  if (hasPoint(place) && !base.getBounds().contains([place.lon, place.lat])) base.jumpTo({ center: [place.lon, place.lat] });
}

function eventsOf(theCase, now) {
  if (!isFiltered(now)) return theCase.events;
  const kept = { ...now, search: "" };
  return theCase.events.filter((event) => event.claims.some((id) => theCase.byId.has(id) && fits(theCase.byId.get(id), kept, theCase)));
}

/** Fighting and strikes of the last days, by place, with how many events tell of them. */
function fighting({ theCase, store, events }, index) {
  const last = theCase.days[index], first = theCase.days[Math.max(0, index - SETTLED)];
  const found = new Map();
  for (const event of events) {
    const day = event.when?.earliest;
    if (!/^(battle|strike)\./.test(event.kind) || !hasPoint(event.place) || !day || day < first || day > last) continue;
    if (!theCase.wasKnown(event, last, store.now.known)) continue;
    const key = `${event.place.lat},${event.place.lon}`;
    const one = found.get(key) ?? { lat: event.place.lat, lon: event.place.lon, weight: 0 };
    one.weight += 1;
    found.set(key, one);
  }
  return [...found.values()];
}

function routesOf({ theCase, store }) {
  const day = theCase.days[store.index];
  return theCase.routes.filter((one) => theCase.begun(one, day, store.now.known));
}

start().catch((error) => {
  document.body.replaceChildren(h("p", { class: "failed" }, `The page cannot show this case: ${error.message}`));
  throw error;
});
