import { h, outward } from "../dom.js";
import { kindText, many, momentText, names, whenText } from "../words.js";

const SHOWN = 60;

/** Claims with their sentence, the word that carries each marked, and who says it. */
export function claimList(theCase, claims, onplace) {
  const shown = claims.slice(0, SHOWN);
  const rest = claims.length - shown.length;
  return [
    h("ul", { class: "claims" }, shown.map((one) => h("li", {}, claimCard(theCase, one, onplace)))),
    rest > 0 && h("p", { class: "soft" }, `${many(rest, "further claim")} not shown; filter or search to narrow them down.`),
  ];
}

function claimCard(theCase, claim, onplace) {
  const report = theCase.report(claim);
  const speaker = names(claim.said_by);
  return h("article", { class: `claim ${claim.stance}` },
    h("p", { class: "what" },
      h("span", { class: "kind" }, kindText(claim.kind)),
      claim.place && onplace && theCase.placeNumber.has(claim.place.id)
        ? h("button", { type: "button", class: "link", onclick: () => onplace(claim.place.id) }, claim.place.name)
        : claim.place && h("span", {}, claim.place.name),
      h("span", { class: "when" }, whenText(claim.when)),
      claim.stance !== "asserted" && h("span", { class: "stance" }, claim.stance)),
    h("blockquote", {}, marked(claim)),
    h("p", { class: "source" },
      speaker && `${speaker}, by way of `,
      outward(report.url, report.publisher ?? "an unnamed source"),
      `, ${momentText(report.known)}`,
      report.copy_of && h("span", { class: "copy" }, " · a copy")),
    h("p", { class: "fine" }, `${claim.id} · ${claim.reader} · confidence ${claim.confidence.toFixed(2)}`));
}

function marked({ quote, predicate, start }) {
  const points = [...quote];
  const [first, last] = (predicate ?? [start, start]).map((end) => end - start);
  if (first < 0 || last > points.length || first >= last) return [quote];
  return [points.slice(0, first).join(""), h("mark", {}, points.slice(first, last).join("")), points.slice(last).join("")];
}
