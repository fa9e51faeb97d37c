// Figures of a thing: charts over time, and tables with targets apart.
const FIRST_FIGURES = 8;

function isPlanned(figure) {
  return Boolean(figure.modality) && figure.modality !== "actual";
}

// An amount, with what it is where that is no actual figure: a target, a forecast.
function toldAmount(figure) {
  return figureText(figure) + (isPlanned(figure) ? bracketed(word(figure.modality)) : "");
}

function figuresPart(id, actions) {
  const figures = figuresOfThing[id].map((number) => FIGURES[number]).filter((figure) => articlePasses(articleOfRow(figure)) && datePasses(dateOfRow(figure)));
  if (!figures.length) {
    return null;
  }
  const part = make("section", {}, make("h3", { text: `${word("figures")} ${figures.length}` }));
  part.append(...seriesOf(figures).slice(0, 4).map(chartOf));
  const [actual, planned] = [figures.filter((figure) => !isPlanned(figure)), figures.filter(isPlanned)];
  if (actual.length) {
    part.append(...figureTable(actual, actions));
  }
  if (planned.length) {
    part.append(make("h4", { text: word("targets") }), ...figureTable(planned, actions));
  }
  return part;
}

// A table that begins with some rows and shows the others on demand; an indicator opens its sentence.
function figureTable(figures, actions) {
  const said = (figure) => soughtRank(figure, figure.indicator);
  const sorted = [...figures].sort((a, b) => said(b) - said(a) || a.indicator.localeCompare(b.indicator, "zh") || ((a.period || "") < (b.period || "") ? -1 : 1));
  const head = [["indicator", ""], ["value", "number"], ["period", "when"]].map(([key, className]) => make("th", { scope: "col", className, text: word(key) }));
  const body = make("tbody", {}, ...sorted.slice(0, FIRST_FIGURES).flatMap((figure) => figureRows(figure, actions)));
  const table = make("table", { className: "figures" }, make("thead", {}, make("tr", {}, ...head)), body);
  if (sorted.length <= FIRST_FIGURES) {
    return [table];
  }
  const more = button(`${word("moreRows")} ${sorted.length - FIRST_FIGURES}`, () => {
    more.remove();
    body.append(...sorted.slice(FIRST_FIGURES).flatMap((figure) => figureRows(figure, actions)));
  }, { className: "small" });
  return [table, more];
}

function figureRows(figure, actions) {
  const sentence = make("tr", { className: "sentence", hidden: true });
  const open = button(figure.indicator, () => {
    if (!sentence.children.length) {
      sentence.append(make("td", { colspan: 3 }, ...quoteParts(figure, actions)));
    }
    sentence.hidden = !sentence.hidden;
    open.setAttribute("aria-expanded", String(!sentence.hidden));
  }, { className: "indicator", "aria-expanded": "false", title: word("evidence") });
  const cells = [
    make("td", {}, open),
    make("td", { className: "number", text: toldAmount(figure), title: figure.written || "" }),
    make("td", { className: "when", text: periodText(figure) }),
  ];
  return [make("tr", {}, ...cells), sentence];
}

function periodText(figure) {
  return (figure.period || "").replace("/", " – ");
}
