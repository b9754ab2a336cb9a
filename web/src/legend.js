import { h } from "./dom.js";
import { swatch } from "./panel/day.js";

const SHOWN = 8;

export function legend(theCase, colour) {
  const sides = theCase.holders.filter((one) => !one.id.startsWith("name:")).slice(0, SHOWN);
  return h("details", { class: "legend", open: innerWidth > 832 },
    h("summary", {}, "Believed holder"),
    h("ul", {}, sides.map((one) => h("li", {}, swatch(colour(one.id)), one.id === "unknown" ? "nobody told" : one.name)),
      h("li", {}, h("span", { class: "swatch hatched" }), "contested"),
      h("li", {}, h("span", { class: "swatch pale" }), "inferred or initial, not reported"),
      h("li", {}, h("span", { class: "swatch fight" }), "fighting or strikes, last 7 days"),
      h("li", {}, h("span", { class: "dash cut" }), "way reported cut"),
      h("li", {}, h("span", { class: "dash threaten" }), "way threatened")));
}
