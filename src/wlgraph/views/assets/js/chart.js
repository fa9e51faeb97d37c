// A small chart of an indicator over time, for indicators with figures for two periods or more of one length: a quarter is
// no fall against a year. What is planned is hollow and joined by dashes: a target is no result.
const CHART = { width: 340, height: 120, side: 34, top: 24, bottom: 22 };

function seriesOf(figures) {
  const series = new Map();
  for (const figure of figures) {
    if (/^\d{4}/.test(figure.period || "")) {
      const key = `${figure.indicator}\n${figure.unit || ""}\n${lengthOf(figure.period)}`;
      series.set(key, [...(series.get(key) || []), figure]);
    }
  }
  return [...series.values()].filter((list) => new Set(list.map(({ period }) => period)).size > 1);
}

// How long a period is: a year, a month and a day by how they are written, an interval by its months.
function lengthOf(period) {
  const [first, last] = period.split("/").map((end) => end.split("-").map(Number));
  if (!last) {
    return `${first.length}`;
  }
  return `${(last[0] - first[0]) * 12 + (last[1] || 12) - (first[1] || 1) + 1} months`;
}

// 2024-01 – 03 for an interval within a year.
function periodLabel(period) {
  const [first, last] = period.split("/");
  return !last ? first : last.slice(0, 4) === first.slice(0, 4) ? `${first}–${last.slice(5)}` : `${first}–${last}`;
}

function timeOf(period) {
  const [year, month = "7", day = "1"] = period.split("/").pop().split("-");
  return Number(year) + (Number(month) - 1) / 12 + Number(day) / 365;
}

function chartOf(figures) {
  const list = [...figures].sort((a, b) => timeOf(a.period) - timeOf(b.period) || a.value - b.value);
  const times = list.map(({ period }) => timeOf(period));
  const values = list.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const span = Math.max(...values) - low || 1;
  const across = times[times.length - 1] - times[0] || 1;
  const spot = ({ period, value }) => ({
    x: CHART.side + ((timeOf(period) - times[0]) / across) * (CHART.width - 2 * CHART.side),
    y: CHART.top + (1 - (value - low) / span) * (CHART.height - CHART.top - CHART.bottom),
  });
  const ground = CHART.height - CHART.bottom;
  const svg = drawn("svg", { viewBox: `0 0 ${CHART.width} ${CHART.height}`, class: "chart", role: "img" });
  svg.append(textAt("title", {}, `${list[0].indicator}: ${list.map((f) => `${f.period} ${toldAmount(f)}`).join("; ")}`));
  svg.append(drawn("line", { x1: 0, x2: CHART.width, y1: ground, y2: ground, class: "axis" }));
  const actual = list.filter((figure) => !isPlanned(figure));
  const goals = list.filter(isPlanned);
  const known = actual.filter(({ period }) => goals.length && timeOf(period) <= Math.min(...goals.map((goal) => timeOf(goal.period))));
  const ahead = [...known.slice(-1), ...goals].sort((a, b) => timeOf(a.period) - timeOf(b.period));
  const way = (points) => points.map(spot).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  svg.append(drawn("polyline", { points: way(actual), class: "line" }), drawn("polyline", { points: way(ahead), class: "line ahead" }));
  let free = -Infinity;
  list.forEach((figure) => {
    const { x, y } = spot(figure);
    svg.append(drawn("circle", { cx: x, cy: y, r: 4, class: isPlanned(figure) ? "planned" : "point" }));
    if (x - free >= 62 || figure === list[0]) {
      free = x;
      svg.append(textAt("text", { x, y: y - 9, class: "value" }, compact(figure.value, figure.unit)));
      svg.append(textAt("text", { x, y: CHART.height - 6, class: "time" }, periodLabel(figure.period)));
    }
  });
  const { indicator, unit } = list[0];
  const caption = make("figcaption", {}, make("b", { text: indicator }), unitText(unit) ? bracketed(unitText(unit).trim()) : "", make("span", { className: "key point", text: word("actual") }));
  if (ahead.some(isPlanned)) {
    caption.append(make("span", { className: "key planned", text: word("targets") }));
  }
  return make("figure", {}, caption, svg);
}

function textAt(tag, attributes, text) {
  const element = drawn(tag, attributes);
  element.textContent = text;
  return element;
}

function compact(value, unit = "") {
  const size = Math.abs(value);
  const short = (number) => String(Number(number.toPrecision(4)));
  if (state.lang === "en") {
    return size >= 1e9 ? `${short(value / 1e9)}bn` : size >= 1e6 ? `${short(value / 1e6)}m` : value.toLocaleString("en");
  }
  if (unit === "%") {
    return short(value);
  }
  return size >= 1e8 ? `${short(value / 1e8)}亿` : size >= 1e4 ? `${short(value / 1e4)}万` : short(value);
}

// A unit behind its number; in English the common ones in words, and none that only counts.
function unitText(unit = "") {
  return state.lang === "en" ? ENGLISH_UNITS[unit] ?? unit : unit;
}

// A note in the language's brackets.
function bracketed(text) {
  return state.lang === "en" ? ` (${text})` : `（${text}）`;
}

function figureText(figure) {
  const precision = { about: word("about"), over: word("over"), under: word("under") }[figure.precision] || "";
  if (figure.lower !== undefined && figure.upper !== undefined && figure.lower !== null) {
    return `${compact(figure.lower, figure.unit)}–${compact(figure.upper, figure.unit)}${unitText(figure.unit)}`;
  }
  return `${precision}${compact(figure.value, figure.unit)}${unitText(figure.unit)}`;
}
