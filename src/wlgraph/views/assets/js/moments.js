// Moments: sentences with the claims and figures that they give, by the day that counts for the reader.

// Everything with a date, one moment for each sentence and day, in the order of days.
function momentsOf() {
  const moments = new Map();
  const add = (row, kind) => {
    const date = dateOfRow(row);
    if (!row.quotes || !date || !concerns(row, kind)) {
      return;
    }
    const key = `${date} ${row.quotes[0]}`;
    if (!moments.has(key)) {
      moments.set(key, { date, quote: row.quotes[0], claims: [], figures: [] });
    }
    moments.get(key)[kind].push(row);
  };
  CLAIMS.filter(claimAllowed).forEach((claim) => add(claim, "claims"));
  FIGURES.forEach((figure) => add(figure, "figures"));
  return [...moments.values()].sort((a, b) => (a.date === b.date ? a.quote - b.quote : a.date < b.date ? -1 : 1));
}

function claimAllowed(claim) {
  return !state.offModalities.has(claim.modality || "stated") && (claim.confidence ?? 1) >= state.confidence;
}

// Whether a row is about the chosen name; with none chosen, every row counts.
function concerns(row, kind) {
  const ends = kind === "claims" ? [row.s, row.o, row.by] : [row.thing];
  return state.node === null || ends.includes(state.node);
}

function isEvent(claim) {
  return [claim.s, claim.o].some((id) => THINGS[id].cls === "Event");
}

function momentPart({ quote, claims, figures }, choose) {
  const kind = figures.length ? (figures.every(isPlanned) ? "has-plan" : "has-figure") : claims.every(standingOf) ? "has-doubt" : claims.some(isEvent) ? "has-event" : "";
  const facts = [...claims.map((claim) => claimLine(claim, choose)), ...figures.map((figure) => figureLine(figure, choose))];
  const list = make("ul", { className: "facts" }, ...facts.slice(0, 6));
  const part = make("article", { className: `moment ${kind}` }, list);
  if (facts.length > 6) {
    const more = button(`${word("moreRows")} ${facts.length - 6}`, () => {
      more.remove();
      list.append(...facts.slice(6));
    }, { className: "small" });
    part.append(more);
  }
  part.append(...quoteParts({ quotes: [quote] }, { go: null }));
  return part;
}

function claimLine(claim, choose) {
  const relation = relationPart("span", claim);
  const notes = claimNotes({ ...claim, confidence: 1 });
  const line = make("p", { className: "triple" }, named(claim.s, choose), " ", relation, " ", named(claim.o, choose));
  return make("li", {}, line, notes.length ? make("p", { className: "notes" }, ...notes) : null);
}

function figureLine(figure, choose) {
  const planned = isPlanned(figure);
  const value = make("span", { className: planned ? "value plan" : "value", text: figureText(figure) });
  const notes = [periodText(figure), planned ? word(figure.modality) : ""].filter(Boolean).join(" · ");
  return make("li", {}, make("p", { className: "triple" }, named(figure.thing, choose), ` ${figure.indicator} `, value, make("span", { className: "faint", text: notes ? bracketed(notes) : "" })));
}
