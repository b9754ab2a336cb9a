import { h } from "../dom.js";
import { dayText, kindText, many, names } from "../words.js";

/** What changed hands on the day, who holds what, and what happened. */
export function dayPanel(theCase, now, index, colour, store, events) {
  const day = theCase.days[index];
  const go = (id) => store.set({ place: id, tab: "place" });
  return [
    h("h2", {}, dayText(day)),
    changed(theCase, now.known, index, colour, go),
    held(theCase, now.known, index, colour, go),
    happened(theCase, events.filter((one) => one.when?.earliest === day), go),
  ];
}

function changed(theCase, known, index, colour, go) {
  const found = changesOf(theCase, known, index);
  return [
    h("h3", {}, "Changed hands"),
    found.length
      ? h("ul", { class: "changes" }, found.map(({ place, before, after }) => h("li", {},
          h("button", { type: "button", class: "link", onclick: () => go(place.id) }, place.name),
          swatch(colour(before.holder)), theCase.holderName(before.holder), " → ", swatch(colour(after.holder)), theCase.holderName(after.holder))))
      : h("p", { class: "soft" }, "No place is believed to have changed hands."),
  ];
}

/** Places whose believed holder differs from that of the evening before. */
export function changesOf(theCase, known, index) {
  if (index === 0) return [];
  const found = [];
  for (const [number, place] of theCase.places.entries()) {
    if (!theCase.moved(number, index, known)) continue;
    const before = theCase.standing(number, index - 1, known), after = theCase.standing(number, index, known);
    if (before && after && before.holder !== after.holder) found.push({ place, before, after });
  }
  return found;
}

function held(theCase, known, index, colour, go) {
  const by = new Map();
  for (const [number, place] of theCase.places.entries()) {
    const row = theCase.standing(number, index, known);
    if (row) by.set(row.holder, [...(by.get(row.holder) ?? []), { place, row }]);
  }
  const sorted = [...by].sort((a, b) => b[1].length - a[1].length);
  return [h("h3", {}, "Who is believed to hold what"), ...sorted.map(([holder, places]) => side(theCase, holder, places, colour, go))];
}

/** A side's places are written only once they are asked for: there may be thousands. */
function side(theCase, holder, places, colour, go) {
  const list = h("ul", { class: "places" });
  const fill = () => list.childElementCount || list.append(...places.sort((a, b) => a.place.name.localeCompare(b.place.name)).map((one) => placeLine(one, go)));
  return h("details", { class: "side", ontoggle: (event) => event.target.open && fill() },
    h("summary", {}, swatch(colour(holder)), h("span", { class: "name" }, theCase.holderName(holder)), h("span", { class: "number" }, many(places.length, "place"))),
    list);
}

function placeLine({ place, row }, go) {
  return h("li", {},
    h("button", { type: "button", class: "link", onclick: () => go(place.id) }, place.name),
    h("span", { class: "sure" }, row.probability.toFixed(2)),
    row.contested && h("span", { class: "contested" }, "contested"),
    row.basis !== "reported" && h("span", { class: "basis" }, row.basis));
}

function happened(theCase, events, go) {
  if (!events.length) return [h("h3", {}, "Events"), h("p", { class: "soft" }, "No event is told of this day.")];
  return [
    h("h3", {}, many(events.length, "event")),
    h("ul", { class: "events" }, events.slice(0, 100).map((event) => h("li", {},
      h("span", { class: "kind" }, kindText(event.kind)),
      event.place && (theCase.placeNumber.has(event.place.id)
        ? h("button", { type: "button", class: "link", onclick: () => go(event.place.id) }, event.place.name)
        : event.place.name),
      h("span", { class: "who" }, [names(event.actor), names(event.target)].filter(Boolean).join(" – ")),
      h("span", { class: "number" }, many(event.sources, "source"))))),
  ];
}

export function swatch(colour) {
  return h("span", { class: "swatch", style: `background:${colour}` });
}
