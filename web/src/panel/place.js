import { h, svg } from "../dom.js";
import { dayText, many, sentence } from "../words.js";
import { claimList } from "./claims.js";

const WIDTH = 380, HEIGHT = 84;

/** "Says who?": the holder, how belief went, and the claims for and against. */
export function placePanel(theCase, now, index, colour, store) {
  const number = theCase.placeNumber.get(now.place);
  if (number === undefined) return [h("p", { class: "soft" }, "Choose a place on the map or in the list of the day.")];
  const place = theCase.places[number], row = theCase.standing(number, index, now.known);
  const head = [h("h2", {}, place.name), h("p", { class: "soft" }, `${dayText(theCase.days[index])}, ${now.known === "then" ? "as known on that day" : "by all that is known"}`)];
  if (!row) return [...head, h("p", {}, "Nothing told by then bears on who holds it."), told(theCase, place)];
  const choose = (ids) => ids.map((one) => theCase.claims[one]).filter(Boolean);
  const forIt = choose(row.claims), against = choose(row.against);
  return [
    ...head,
    h("p", { class: "holder" }, h("span", { class: "swatch", style: `background:${colour(row.holder)}` }),
      h("strong", {}, theCase.holderName(row.holder)),
      h("span", { class: "sure" }, `probability ${row.probability.toFixed(2)}`),
      row.contested && h("span", { class: "contested" }, "contested")),
    h("p", {}, sentence(row.why)),
    history(theCase, number, now.known, index, colour),
    h("h3", {}, `For (${many(forIt.length, "claim")})`), claimList(theCase, forIt),
    against.length > 0 && [h("h3", {}, `Against (${many(against.length, "claim")})`), claimList(theCase, against)],
    others(theCase, place, now, index, new Set([...forIt, ...against]), store),
  ];
}

/** The probability of the believed holder, day by day; a gap where nothing was believed. */
function history(theCase, number, known, index, colour) {
  const wide = WIDTH / theCase.days.length;
  const bars = theCase.stretches(number, known).filter((one) => one.holder).map((one) => svg("rect", {
    x: one.first * wide, width: (one.last - one.first + 1) * wide, y: HEIGHT - 16 - one.probability * (HEIGHT - 24), height: one.probability * (HEIGHT - 24),
    fill: colour(one.holder), stroke: "#1c2126", "stroke-width": 0.6, "fill-opacity": one.contested ? 0.45 : 0.9,
  }, svg("title", {}, `${theCase.holderName(one.holder)}, ${dayText(theCase.days[one.first])} – ${dayText(theCase.days[one.last])}: ${one.probability.toFixed(2)}${one.contested ? ", contested" : ""}`)));
  const x = (index + 0.5) * wide;
  return h("figure", { class: "history" },
    svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": "How belief in the holder went" },
      svg("line", { x1: 0, x2: WIDTH, y1: HEIGHT - 16, y2: HEIGHT - 16, class: "ground" }),
      svg("line", { x1: 0, x2: WIDTH, y1: 8, y2: 8, class: "top" }), bars,
      svg("line", { x1: x, x2: x, y1: 0, y2: HEIGHT - 16, class: "now" }),
      svg("text", { x: 0, y: HEIGHT - 3 }, dayText(theCase.days[0], true)),
      svg("text", { x: WIDTH, y: HEIGHT - 3, "text-anchor": "end" }, dayText(theCase.lastDay, true))),
    h("figcaption", {}, "Probability of the believed holder; colour is the holder, pale is contested."));
}

function told(theCase, place) {
  const found = theCase.claims.filter((one) => one.place?.id === place.id);
  return [h("h3", {}, many(found.length, "claim")), claimList(theCase, found)];
}

function others(theCase, place, now, index, seen, store) {
  const day = theCase.days[index];
  const found = theCase.claims.filter((one) => one.place?.id === place.id && !seen.has(one) && theCase.begun(one, day, now.known));
  if (!found.length) return null;
  return h("details", {}, h("summary", {}, `What else is told of ${place.name} (${found.length})`), claimList(theCase, found, (id) => store.set({ place: id })));
}

