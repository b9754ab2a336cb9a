const BLANK = {
  day: null, known: "all", place: null, tab: "day",
  kind: "", actor: "", source: "", stance: "", since: "", until: "", search: "", ids: "",
};

/** What the reader has chosen; it is also the page's address, so that a view can be passed on. */
export class Store {
  #listeners = [];

  constructor(days) {
    this.days = days;
    this.now = { ...BLANK, day: days.at(-1) ?? null, ...this.#read() };
    addEventListener("hashchange", () => this.set(this.#read(), false));
  }

  /** The number of the day shown. */
  get index() {
    return Math.max(0, this.days.indexOf(this.now.day));
  }

  set(changes, write = true) {
    const before = this.now;
    this.now = { ...before, ...changes };
    if (Object.keys(this.now).every((key) => this.now[key] === before[key])) return;
    if (write) this.#write();
    for (const listener of this.#listeners) listener(this.now, before);
  }

  listen(listener) {
    this.#listeners.push(listener);
  }

  #read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const found = {};
    for (const [key, value] of asked) if (key in BLANK) found[key] = value;
    if (found.day && !this.days.includes(found.day)) delete found.day;
    return found;
  }

  #write() {
    const asked = new URLSearchParams();
    for (const [key, value] of Object.entries(this.now)) {
      if (value && value !== BLANK[key]) asked.set(key, value);
    }
    history.replaceState(null, "", `#${asked}`);
  }
}
