// A small chart of an indicator over time, for indicators with figures for two periods or more.
const CHART = { width: 300, height: 96, left: 8, right: 8, top: 20, bottom: 18 };

function seriesOf(figures) {
  const series = new Map();
  for (const figure of figures) {
    if (/^\d{4}/.test(figure.period || "")) {
      const key = `${figure.indicator}\n${figure.unit || ""}`;
      series.set(key, [...(series.get(key) || []), figure]);
    }
  }
  return [...series.values()].filter((list) => new Set(list.map(({ period }) => period)).size > 1);
}

function timeOf(period) {
  const [year, month = "7", day = "1"] = period.split("/").pop().split("-");
  return Number(year) + (Number(month) - 1) / 12 + Number(day) / 365;
}

function chartOf(figures) {
  const list = [...figures].sort((a, b) => timeOf(a.period) - timeOf(b.period));
  const times = list.map(({ period }) => timeOf(period));
  const values = list.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const span = Math.max(...values) - low || 1;
  const across = times[times.length - 1] - times[0] || 1;
  const x = (time) => CHART.left + ((time - times[0]) / across) * (CHART.width - CHART.left - CHART.right - 40) + 20;
  const y = (value) => CHART.top + (1 - (value - low) / span) * (CHART.height - CHART.top - CHART.bottom);
  const { indicator, unit = "" } = list[0];
  const svg = drawn("svg", { viewBox: `0 0 ${CHART.width} ${CHART.height}`, class: "chart", role: "img" });
  svg.append(textAt("title", {}, `${indicator}: ${list.map((f) => `${f.period} ${figureText(f)}`).join("; ")}`));
  svg.append(drawn("line", { x1: 0, x2: CHART.width, y1: y(low), y2: y(low), class: "axis" }));
  const actual = list.filter(({ modality }) => (modality || "actual") === "actual");
  svg.append(drawn("polyline", { points: actual.map((f) => `${x(timeOf(f.period))},${y(f.value)}`).join(" "), class: "line" }));
  list.forEach((figure, number) => {
    const planned = (figure.modality || "actual") !== "actual";
    const [cx, cy] = [x(times[number]), y(figure.value)];
    svg.append(drawn("circle", { cx, cy, r: 3.5, class: planned ? "planned" : "point" }));
    if (list.length <= 6 || number === 0 || number === list.length - 1) {
      svg.append(textAt("text", { x: cx, y: cy - 7, class: "value" }, compact(figure.value, unit)));
      svg.append(textAt("text", { x: cx, y: CHART.height - 4, class: "time" }, figure.period.split("/").pop()));
    }
  });
  return make("figure", {}, make("figcaption", { text: unit ? `${indicator}（${unit}）` : indicator }), svg);
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

function figureText(figure) {
  const precision = { about: word("about"), over: word("over"), under: word("under") }[figure.precision] || "";
  if (figure.lower !== undefined && figure.upper !== undefined && figure.lower !== null) {
    return `${compact(figure.lower, figure.unit)}–${compact(figure.upper, figure.unit)}${figure.unit || ""}`;
  }
  return `${precision}${compact(figure.value, figure.unit)}${figure.unit || ""}`;
}
