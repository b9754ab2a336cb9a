const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "5 December 2024"; `short` leaves the year out and cuts the month. */
export function dayText(iso, short = false) {
  if (!iso) return "an unknown day";
  const [year, month, day] = iso.split("-").map(Number);
  const name = MONTHS[month - 1];
  return short ? `${day} ${name.slice(0, 3)}` : `${day} ${name} ${year}`;
}

/** "5 December 2024, 14:30 UTC" of an instant. */
export function momentText(iso) {
  return iso ? `${dayText(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC` : "undated";
}

/** A claim's own days, as "4–5 December 2024". */
export function whenText(when) {
  const { earliest, latest } = when ?? {};
  if (!earliest && !latest) return "";
  if (!latest || earliest === latest) return dayText(earliest ?? latest);
  if (!earliest) return `by ${dayText(latest)}`;
  const same = earliest.slice(0, 7) === latest.slice(0, 7);
  return same ? `${Number(earliest.slice(8))}–${dayText(latest)}` : `${dayText(earliest)} – ${dayText(latest)}`;
}

export function many(count, one, more = `${one}s`) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;
}

/** Bounds in words: "at least 40", "12–99 (best 24)"; nothing where nothing is told. */
export function boundsText({ low, best, high }) {
  if (low === null && high === null) return "";
  const say = (number) => number.toLocaleString("en-GB");
  const middle = best !== null && best !== low && best !== high ? ` (best ${say(best)})` : "";
  if (low === high) return say(low);
  if (high === null) return `at least ${say(low)}${middle}`;
  return `${low ? `${say(low)}–${say(high)}` : `up to ${say(high)}`}${middle}`;
}

/** "territory.capture" as "capture". */
export function kindText(kind) {
  return kind.split(".")[1].replaceAll("_", " ");
}

export function names(actors) {
  return (actors ?? []).map((one) => one.name).join(", ");
}

export function sentence(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : "";
}
