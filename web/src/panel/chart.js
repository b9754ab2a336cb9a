import { h, svg } from "../dom.js";
import { dayText, many } from "../words.js";

const WIDTH = 380, HEIGHT = 130, FOOT = 16, HEAD = 20;

/** How each counter's running total of killed people rose: all of them, and the civilians dashed. */
export function tollChart(theCase, campaigns) {
  const counted = campaigns.flatMap((one) => [...one.counters, ...one.superseded]).filter((one) => one.kind === "toll.killed" && one.best !== null && theCase.days.includes(one.day));
  const counters = [...new Set(counted.map((one) => one.counter))];
  if (!counters.some((name) => counted.filter((one) => one.counter === name).length > 1)) return null;
  const top = Math.max(...counted.map((one) => one.best));
  const x = (day) => ((theCase.days.indexOf(day) + 0.5) / theCase.days.length) * WIDTH;
  const y = (count) => HEIGHT - FOOT - (count / top) * (HEIGHT - FOOT - HEAD);
  const lines = counters.flatMap((name) => {
    const mine = counted.filter((one) => one.counter === name).sort((a, b) => a.day.localeCompare(b.day) || a.best - b.best);
    const civilians = mine.filter((one) => Number.isFinite(one.count?.civilians));
    return [
      svg("path", { d: path(mine, (one) => one.best), class: "all" }), svg("path", { d: path(civilians, (one) => one.count.civilians), class: "civilians" }),
      ...mine.map((one) => svg("circle", { cx: x(one.day), cy: y(one.best), r: 2.6 }, svg("title", {}, `${name}, ${dayText(one.day)}: ${many(one.best, "killed", "killed")}`))),
      mine.length && svg("text", { x: x(mine.at(-1).day), y: y(mine.at(-1).best) - 5, "text-anchor": "end" }, `${name} ${mine.at(-1).best.toLocaleString("en-GB")}`),
      civilians.length > 0 && svg("text", { x: x(civilians.at(-1).day), y: y(civilians.at(-1).count.civilians) - 5, "text-anchor": "end" }, `civilians ${civilians.at(-1).count.civilians.toLocaleString("en-GB")}`),
    ];
  });
  return h("figure", { class: "history toll" },
    svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `Running totals of killed people by ${counters.join(", ")}` },
      svg("line", { x1: 0, x2: WIDTH, y1: HEIGHT - FOOT, y2: HEIGHT - FOOT, class: "ground" }), lines.filter(Boolean),
      svg("text", { x: 0, y: HEIGHT - 3 }, dayText(theCase.days[0], true)), svg("text", { x: WIDTH, y: HEIGHT - 3, "text-anchor": "end" }, dayText(theCase.lastDay, true))),
    h("figcaption", {}, "Each counter's own running total; dashed: the civilians among them."));

  function path(points, value) {
    return points.map((one, number) => `${number ? "L" : "M"}${x(one.day).toFixed(1)},${y(value(one)).toFixed(1)}`).join("");
  }
}
