import { h } from "../dom.js";
import { fits } from "../case.js";
import { many } from "../words.js";
import { claimList } from "./claims.js";

/** The claims that fit the filters and the words searched for, the newest first. */
export function quotesPanel(theCase, now, index, store) {
  const chosen = now.ids && new Set(now.ids.split(" "));
  const day = theCase.days[index];
  const found = theCase.claims.filter((one) => (chosen ? chosen.has(one.id) : fits(one, now, theCase) && theCase.begun(one, day, now.known)));
  return [
    h("h2", {}, many(found.length, "claim")),
    chosen && h("p", {}, h("button", { type: "button", class: "link", onclick: () => store.set({ ids: "" }) }, "Back to all claims that fit the filters")),
    claimList(theCase, [...found].reverse(), (id) => store.set({ place: id, tab: "place" })),
  ];
}
