import { h } from "../dom.js";
import { countText, dayText, kindText, whenText } from "../words.js";

/** Counts of killed, injured and missing people, and of people on the move, as they were told. */
export function peoplePanel(theCase, now, index, store) {
  const day = theCase.days[index];
  const toll = theCase.toll.filter((one) => theCase.begun(one, day, now.known));
  const moved = theCase.displaced.filter((one) => theCase.begun(one, day, now.known));
  return [
    h("h2", {}, "Toll and displacement"),
    h("p", { class: "soft" }, `Told of the time up to ${dayText(day)}. Counts of different counters are not added up.`),
    h("h3", {}, "Killed, injured, missing"), table(theCase, toll, store),
    h("h3", {}, "On the move"), table(theCase, moved, store),
  ];
}

function table(theCase, rows, store) {
  if (!rows.length) return h("p", { class: "soft" }, "None told.");
  return h("table", {},
    h("thead", {}, h("tr", {}, ["Count", "Where", "When", "By"].map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, rows.map((one) => h("tr", { class: one.superseded ? "old" : null },
      h("th", { scope: "row" }, `${countText(one.count)} `, h("span", { class: "kind" }, kindText(one.kind)),
        one.count?.civilians ? h("span", { class: "soft" }, `, ${countText(bounds(one.count.civilians))} of them civilians`) : null),
      h("td", {}, where(one)),
      h("td", {}, whenText(one.when)),
      h("td", {}, h("button", { type: "button", class: "link", onclick: () => store.set({ tab: "quotes", search: "", place: null, ids: one.claims.join(" ") }) }, one.counted_by ?? ""))))));
}

function bounds(civilians) {
  return typeof civilians === "number" ? { low: civilians, high: civilians } : civilians;
}

function where(one) {
  const ends = [one.from?.name, one.to?.name].filter(Boolean);
  return ends.length === 2 ? ends.join(" → ") : (one.place?.name ?? ends[0] ?? "");
}
