import { h } from "./dom.js";
import { dayPanel } from "./panel/day.js";
import { peoplePanel } from "./panel/people.js";
import { placePanel } from "./panel/place.js";
import { positionsPanel } from "./panel/positions.js";
import { quotesPanel } from "./panel/quotes.js";

const TABS = { day: "Day", place: "Place", people: "Toll", positions: "Positions", quotes: "Quotes" };

/** The side panel: one tab at a time, each answering one question of the day shown. */
export class Panel {
  #theCase; #store; #colour; #tabs; #body;

  constructor(theCase, store, colour, root) {
    this.#theCase = theCase;
    this.#store = store;
    this.#colour = colour;
    this.#tabs = Object.entries(TABS).map(([name, text]) => h("button", {
      type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "told", onclick: () => store.set({ tab: name }),
      onkeydown: (event) => this.#arrow(event, name),
    }, text));
    this.#body = h("div", { id: "told", role: "tabpanel", tabindex: 0 });
    root.append(h("div", { role: "tablist", "aria-label": "What is told" }, this.#tabs), this.#body);
  }

  show(now, index, events) {
    const tab = now.tab in TABS ? now.tab : "day";
    for (const button of this.#tabs) {
      const chosen = button.id === `tab-${tab}`;
      button.setAttribute("aria-selected", String(chosen));
      button.tabIndex = chosen ? 0 : -1;
    }
    this.#body.setAttribute("aria-labelledby", `tab-${tab}`);
    const kept = this.#body.dataset.tab === tab ? this.#body.scrollTop : 0;
    const open = new Set([...this.#body.querySelectorAll("details.side[open] .name")].map((one) => one.textContent));
    this.#body.dataset.tab = tab;
    this.#body.replaceChildren(...this.#content(tab, now, index, events).flat(Infinity).filter(Boolean));
    for (const one of this.#body.querySelectorAll("details.side")) one.open = open.has(one.querySelector(".name").textContent);
    this.#body.scrollTop = kept;
  }

  #content(tab, now, index, events) {
    const theCase = this.#theCase, store = this.#store, colour = this.#colour;
    if (tab === "place") return placePanel(theCase, now, index, colour, store);
    if (tab === "people") return peoplePanel(theCase, now, index, store);
    if (tab === "positions") return positionsPanel(theCase, now, index, store);
    if (tab === "quotes") return quotesPanel(theCase, now, index, store);
    return dayPanel(theCase, now, index, colour, store, events.filter((one) => theCase.begun(one, theCase.days[index], now.known)));
  }

  #arrow(event, name) {
    const all = Object.keys(TABS), step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = all[(all.indexOf(name) + step + all.length) % all.length];
    this.#store.set({ tab: next });
    this.#tabs[all.indexOf(next)].focus();
  }
}
