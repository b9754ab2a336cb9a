import { h } from "../dom.js";
import { boundsText, dayText, kindText, sentence, whenText } from "../words.js";
import { tollChart } from "./chart.js";

/** The toll and displacement as they stood on the day: bounds, grade, and whose counts they rest on. */
export function peoplePanel(theCase, now, index, store) {
  const toll = theCase.daily("toll", index, now.known), moved = theCase.daily("displaced", index, now.known);
  const campaigns = toll.filter((one) => one.scope === "campaign"), incidents = toll.filter((one) => one.scope !== "campaign");
  return [
    h("h2", {}, "Toll and displacement"),
    h("p", { class: "soft" }, `By ${dayText(theCase.days[index])}. Counts over a time and single incidents are not added up.`),
    h("h3", {}, "Killed, injured, missing: counts over a time"), rows(campaigns, store, tollText),
    tollChart(theCase, campaigns),
    h("h3", {}, "Incidents"), rows(incidents, store, tollText),
    h("h3", {}, "On the move"), rows(moved, store, movedText),
  ];
}

function rows(found, store, headline) {
  if (!found.length) return h("p", { class: "soft" }, "None told.");
  return h("ul", { class: "tolls" }, found.map((one) => h("li", {},
    h("p", { class: "what" }, h("strong", {}, headline(one)), h("span", { class: `grade ${one.grade}` }, one.grade), h("span", { class: "when" }, whenText(one.when))),
    h("p", {}, `${sentence(one.why)}.`),
    h("p", { class: "source" }, h("button", { type: "button", class: "link", onclick: () => store.set({ tab: "quotes", search: "", ids: one.claims.join(" ") }) }, "the quotes"),
      one.flags.length > 0 && ` · ${one.flags.join(", ")}`))));
}

function tollText(one) {
  const told = ["killed", "injured", "missing"].filter((kind) => boundsText(one[kind]));
  const counts = told.map((kind) => `${boundsText(one[kind])} ${kind}`).join(", ") || "an unknown number";
  const civilians = boundsText(one.killed.civilians);
  return `${counts}${civilians ? `, civilians ${civilians}` : ""}${one.place ? ` · ${one.place.name}` : ""}`;
}

function movedText(one) {
  const ends = [one.from?.name, one.to?.name].filter(Boolean);
  const where = ends.length === 2 ? ends.join(" → ") : (one.place?.name ?? ends[0]);
  return [`${boundsText(one.people) || "people"} ${boundsText(one.people) ? one.unit : ""} ${kindText(one.kind)}`, where].filter(Boolean).join(" · ");
}
