import { h } from "./dom.js";
import { sentence } from "./words.js";

const SHOWN = 40;

/** The search box and the filters; each is a word of the page's address. */
export function filters(theCase, store) {
  const options = {
    kind: [...new Set(theCase.claims.map((one) => one.kind.split(".")[0]))].sort(),
    actor: most(theCase.claims.flatMap((one) => [...(one.actor ?? []), ...(one.target ?? [])].map((a) => a.name))),
    source: most(Object.values(theCase.reports).map((one) => one.publisher).filter(Boolean)),
    stance: [...new Set(theCase.claims.map((one) => one.stance))].sort(),
  };
  const search = h("input", {
    type: "search", placeholder: "Search the quotes", "aria-label": "Search the quotes", value: store.now.search,
    oninput: (event) => store.set({ search: event.target.value, tab: "quotes", ids: "" }),
  });
  const selects = Object.entries(options).map(([name, values]) => h("select", {
    "aria-label": sentence(name), "data-name": name, onchange: (event) => store.set({ [name]: event.target.value, ids: "" }),
  }, h("option", { value: "" }, `Any ${name}`), values.map((value) => h("option", { value, selected: store.now[name] === value }, value))));
  const days = ["since", "until"].map((name) => h("label", {}, sentence(name), h("input", {
    type: "date", value: store.now[name], "data-name": name, onchange: (event) => store.set({ [name]: event.target.value, ids: "" }),
  })));
  const blank = h("button", { type: "button", onclick: () => store.set({ kind: "", actor: "", source: "", stance: "", since: "", until: "", search: "", ids: "" }) }, "Clear");
  const box = h("form", { class: "filters", role: "search", onsubmit: (event) => event.preventDefault() }, search,
    h("details", { class: "more" }, h("summary", {}, "Filters"), h("div", { class: "fields" }, selects, days, blank)));
  store.listen((now) => {
    if (search.value !== now.search) search.value = now.search;
    for (const field of box.querySelectorAll("[data-name]")) field.value = now[field.dataset.name];
    box.classList.toggle("filtered", isFiltered(now));
  });
  box.classList.toggle("filtered", isFiltered(store.now));
  return box;
}

export function isFiltered(now) {
  return Boolean(now.kind || now.actor || now.source || now.stance || now.since || now.until);
}

function most(list) {
  const counted = new Map();
  for (const name of list) counted.set(name, (counted.get(name) ?? 0) + 1);
  return [...counted].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, SHOWN).map(([name]) => name);
}
