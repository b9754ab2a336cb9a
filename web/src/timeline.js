import { GROUPS, groupOf } from "./colours.js";
import { h, svg } from "./dom.js";
import { dayText, many } from "./words.js";

const HEIGHT = 64, STEP_MS = 700;

/** Events by day and kind, with the slider that moves the day below them. */
export class Timeline {
  #store; #days; #bars; #range; #label; #play; #timer = null;

  constructor(store, root) {
    this.#store = store;
    this.#days = store.days;
    this.#bars = h("div", { class: "bars" });
    this.#label = h("output", { class: "day", for: "day" });
    this.#range = h("input", {
      id: "day", type: "range", min: 0, max: this.#days.length - 1, value: store.index,
      "aria-label": "The day that is shown",
      oninput: () => this.#store.set({ day: this.#days[this.#range.value] }),
    });
    this.#play = h("button", { type: "button", class: "play", "aria-pressed": "false", onclick: () => this.#toggle() }, "Play");
    const known = h("fieldset", { class: "known" },
      h("legend", {}, "As known"),
      ...[["all", "by now"], ["then", "on that day"]].map(([value, text]) => h("label", {},
        h("input", { type: "radio", name: "known", value, checked: store.now.known === value, onchange: () => store.set({ known: value }) }), text)));
    root.append(
      h("div", { class: "controls" }, this.#play, this.#label, known),
      h("div", { class: "track" }, this.#bars, this.#range));
    store.listen((now) => {
      const radio = known.querySelector(`[value="${now.known}"]`);
      if (radio) radio.checked = true;
    });
  }

  /** `events` as filtered; `changes` is the number of places that changed hands on each day. */
  show(events, changes) {
    const counts = this.#counted(events);
    const top = Math.max(1, ...counts.map((day) => Object.values(day).reduce((a, b) => a + b, 0)));
    const width = 100 / this.#days.length;
    const bars = counts.flatMap((day, number) => this.#stack(day, number, top, width));
    const drawing = svg("svg", { viewBox: `0 0 100 ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": this.#told(counts) }, bars);
    this.#bars.replaceChildren(drawing, this.#flags(changes), h("div", { class: "cursor" }), this.#axis());
    this.move();
  }

  move() {
    const index = this.#store.index;
    this.#range.value = index;
    this.#range.setAttribute("aria-valuetext", dayText(this.#days[index]));
    this.#label.textContent = dayText(this.#days[index]);
    this.#bars.style.setProperty("--at", `${((index + 0.5) / this.#days.length) * 100}%`);
  }

  #counted(events) {
    const number = new Map(this.#days.map((day, index) => [day, index]));
    const counts = this.#days.map(() => ({}));
    for (const event of events) {
      const index = number.get(event.when?.earliest);
      if (index === undefined) continue;
      const group = groupOf(event.kind);
      counts[index][group] = (counts[index][group] ?? 0) + 1;
    }
    return counts;
  }

  #stack(day, number, top, width) {
    let y = HEIGHT;
    return Object.keys(GROUPS).filter((group) => day[group]).map((group) => {
      const tall = (day[group] / top) * (HEIGHT - 14);
      y -= tall;
      return svg("rect", { x: number * width + width * 0.12, y, width: width * 0.76, height: tall, fill: GROUPS[group] });
    });
  }

  /** Days on which places changed hands. */
  #flags(changes) {
    return h("div", { class: "flags" }, changes.flatMap((count, number) => count
      ? [h("span", { style: `left:${((number + 0.5) / this.#days.length) * 100}%`, title: `${dayText(this.#days[number])}: ${many(count, "place")} changed hands` }, String(count))]
      : []));
  }

  #axis() {
    const every = Math.max(1, Math.ceil((this.#days.length * 84) / Math.max(300, innerWidth - 320)));
    return h("div", { class: "axis", "aria-hidden": "true" }, this.#days.flatMap((day, number) => number % every === 0
      ? [h("span", { style: `left:${((number + 0.5) / this.#days.length) * 100}%` }, dayText(day, true))] : []));
  }

  #told(counts) {
    const all = counts.map((day) => Object.values(day).reduce((a, b) => a + b, 0));
    const most = all.indexOf(Math.max(...all));
    return `Events a day, from ${dayText(this.#days[0])} to ${dayText(this.#days.at(-1))}; most, ${all[most]}, on ${dayText(this.#days[most])}`;
  }

  #toggle() {
    if (this.#timer) return this.#stop();
    this.#play.textContent = "Pause";
    this.#play.setAttribute("aria-pressed", "true");
    if (this.#store.index >= this.#days.length - 1) this.#store.set({ day: this.#days[0] });
    this.#timer = setInterval(() => {
      const next = this.#store.index + 1;
      if (next >= this.#days.length) return this.#stop();
      this.#store.set({ day: this.#days[next] });
    }, STEP_MS);
  }

  #stop() {
    clearInterval(this.#timer);
    this.#timer = null;
    this.#play.textContent = "Play";
    this.#play.setAttribute("aria-pressed", "false");
  }
}
