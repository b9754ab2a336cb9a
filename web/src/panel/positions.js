import { h } from "../dom.js";
import { kindText, many, names, whenText } from "../words.js";

const SHOWN = 12;
const WARM = new Set(["endorse", "pledge", "ally", "back", "arm", "join", "cooperate", "agree", "affiliation"]);
const COLD = new Set(["condemn", "accuse", "threaten", "reject", "sanction", "split"]);

/** Who said or did what about whom: a matrix of the most told-of, then every row. */
export function positionsPanel(theCase, now, index, store) {
  const day = theCase.days[index];
  const rows = theCase.positions.filter((one) => theCase.begun(one, day, now.known));
  if (!rows.length) return [h("h2", {}, "Positions"), h("p", { class: "soft" }, "None told by then.")];
  return [h("h2", {}, "Positions"), matrix(rows, store), h("h3", {}, many(rows.length, "position")), list(rows, store)];
}

function matrix(rows, store) {
  const actors = most(rows.filter((one) => one.target.length).map((one) => one.actor.name)), targets = most(rows.flatMap((one) => one.target.map((t) => t.name)));
  const cell = (actor, target) => rows.filter((one) => one.actor.name === actor && one.target.some((t) => t.name === target));
  const speaking = actors.filter((actor) => targets.some((target) => cell(actor, target).length));
  const used = targets.filter((target) => actors.some((actor) => cell(actor, target).length));
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Who speaks of whom" }, h("table", { class: "matrix" },
    h("caption", {}, "+ backs or agrees, − condemns or opposes, · calls, talks or comments"),
    h("thead", {}, h("tr", {}, h("td", {}), used.map((target) => h("th", { scope: "col" }, h("span", {}, target))))),
    h("tbody", {}, speaking.map((actor) => h("tr", {}, h("th", { scope: "row" }, actor), used.map((target) => {
      const found = cell(actor, target);
      return h("td", {}, found.length ? h("button", { type: "button", class: "link", title: found.map((one) => kindText(one.kind)).join(", "),
        onclick: () => show(store, found) }, found.map(sign).join("")) : null);
    }))))));
}

function sign({ kind }) {
  const word = kind.split(".")[1];
  return WARM.has(word) ? "+" : COLD.has(word) ? "−" : "·";
}

function most(list) {
  const counted = new Map();
  for (const name of list) counted.set(name, (counted.get(name) ?? 0) + 1);
  return [...counted].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, SHOWN).map(([name]) => name);
}

function list(rows, store) {
  return h("ul", { class: "events" }, rows.map((one) => h("li", {},
    h("strong", {}, one.actor.name), " ", h("span", { class: "kind" }, kindText(one.kind)), " ", names(one.target),
    one.about && h("span", { class: "soft" }, ` ${one.about}`), h("span", { class: "when" }, whenText(one.when)),
    h("button", { type: "button", class: "link", onclick: () => show(store, [one]) }, "quote"))));
}

function show(store, rows) {
  store.set({ tab: "quotes", search: "", ids: rows.flatMap((one) => one.claims).join(" ") });
}
