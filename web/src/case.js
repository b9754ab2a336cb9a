/** The case as the page reads it: rows by number, and the questions that the panels ask. */
export class Case {
  constructor(data) {
    Object.assign(this, data);
    this.byId = new Map(this.claims.map((one) => [one.id, one]));
    this.placeNumber = new Map(this.places.map((one, number) => [one.id, number]));
    this.holderNumber = new Map(this.holders.map((one, number) => [one.id, number]));
    this.lastDay = this.days.at(-1);
  }

  /** How a place stands at the end of a day, by all that is known (`all`) or was by then (`then`). */
  standing(place, day, known) {
    let found = 0;
    for (const [first, row] of this.#stretchesOf(place, known)) {
      if (first > day) break;
      found = row;
    }
    return this.row(found);
  }

  #stretchesOf(place, known) {
    return this.standings[known][place] ?? [];
  }

  /** Whether anything of a place's row changes on a day. */
  moved(place, day, known) {
    return this.#stretchesOf(place, known).some(([first]) => first === day);
  }

  /** Every stretch of a place with the days that it lasts. */
  stretches(place, known) {
    const found = this.#stretchesOf(place, known);
    return found.map(([first, row], number) => ({
      first, last: (found[number + 1]?.[0] ?? this.days.length) - 1, ...this.row(row),
    }));
  }

  /** How many places changed hands on each day. */
  changes(known) {
    const counts = this.days.map(() => 0);
    for (const stretches of Object.values(this.standings[known])) {
      for (let number = 1; number < stretches.length; number += 1) {
        const [first, row] = stretches[number], before = this.control[stretches[number - 1][1]], after = this.control[row];
        if (before && after && before[0] !== after[0]) counts[first] += 1;
      }
    }
    return counts;
  }

  row(number) {
    const packed = this.control[number];
    if (!packed) return null;
    const [holder, probability, contested, basis, since, lastReported, why, claims, against] = packed;
    return { holder, probability, contested: Boolean(contested), basis, since, lastReported, why, claims, against };
  }

  /** The rows of a listing that is given evening by evening. */
  daily(name, day, known) {
    return (this[name].days[known][day] ?? []).map((number) => this[name].rows[number]);
  }

  holderName(id) {
    return this.holders[this.holderNumber.get(id)]?.name ?? id;
  }

  report(claim) {
    return this.reports[claim.doc] ?? {};
  }

  /** Whether a claim or event counts on a day: told of by then and, if asked so, known by then. */
  begun(one, day, known) {
    const first = one.when?.earliest ?? (one.known ?? one.first_known ?? "").slice(0, 10);
    return (!first || first <= day) && this.wasKnown(one, day, known);
  }

  wasKnown(one, day, known) {
    const told = one.known ?? one.first_known;
    return known !== "then" || (Boolean(told) && told.slice(0, 10) <= day);
  }
}

/** Whether a claim fits what the reader has filtered by. */
export function fits(claim, now, theCase) {
  const { kind, actor, source, stance, since, until, search } = now;
  if (kind && !claim.kind.startsWith(`${kind}.`)) return false;
  if (stance && claim.stance !== stance) return false;
  if (source && theCase.report(claim).publisher !== source) return false;
  if (actor && ![...(claim.actor ?? []), ...(claim.target ?? []), ...(claim.said_by ?? [])].some((one) => one.name === actor)) return false;
  const day = claim.when?.latest ?? claim.when?.earliest ?? claim.known?.slice(0, 10) ?? "";
  if (since && day < since) return false;
  if (until && day > until) return false;
  return !search || holdsAll(claim.quote, search);
}

function holdsAll(quote, search) {
  const text = plain(quote);
  return plain(search).split(/\s+/).filter(Boolean).every((word) => text.includes(word));
}

function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
