/* Okabe and Ito (2008): told apart by all common kinds of colour vision. */
const PALETTE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a6a00"];
const OTHERS = "#5b6670";
const NOBODY = new Set(["unknown", "none"]);

/** The colour of every holder by id: those that hold most come first, the rest share a grey. */
export function holderColours(holders) {
  const sides = holders.filter((one) => !NOBODY.has(one.id) && !one.id.startsWith("name:"));
  const found = new Map(sides.map((one, number) => [one.id, PALETTE[number] ?? OTHERS]));
  return (id) => (NOBODY.has(id) ? "#ffffff" : (found.get(id) ?? OTHERS));
}

/** Shades for groups of kinds in the timeline; they differ in lightness as well. */
export const GROUPS = {
  territory: "#16324f", battle: "#a33b20", strike: "#d98a3d", civilian: "#7d3c74",
  movement: "#3d7d6b", statement: "#9aa5ad", other: "#c9d0d5",
};

export function groupOf(kind) {
  const group = kind.split(".")[0];
  return group in GROUPS ? group : "other";
}
