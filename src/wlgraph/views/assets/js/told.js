// Search in what is told of things: posts, indicators, relations and sentences, each hit with the reason that a list shows.
const LEAST_TOLD = 2;
const TOLD_KINDS = ["role", "indicator", "relation", "sentence"];

let toldList = null;

// Every telling once, made at the first search: what is searched in, its kind, and a row for each thing that it tells of.
function tellings() {
  if (toldList) {
    return toldList;
  }
  const found = new Map();
  const add = (kind, key, text, thing, row) => {
    if (!text || typeof thing !== "number") {
      return;
    }
    const place = `${kind} ${key}`;
    if (!found.has(place)) {
      found.set(place, { kind, text, lower: text.toLowerCase(), rows: new Map() });
    }
    const { rows } = found.get(place);
    if (!rows.has(thing) || (doubtOf(rows.get(thing)) && !doubtOf(row))) {
      rows.set(thing, row);
    }
  };
  const addSentences = (row, things) => (row.quotes || []).forEach((quote) => things.forEach((thing) => add("sentence", quote, QUOTES[quote].text, thing, row)));
  for (const claim of CLAIMS) {
    const { zh = "", en = "" } = DATA.terms[claim.p] || {};
    add("role", claim.role, claim.role, claim.s, claim);
    add("relation", claim.p, `${zh} ${en}`, claim.s, claim);
    addSentences(claim, [claim.s, claim.o, claim.by]);
  }
  for (const figure of FIGURES) {
    add("indicator", figure.indicator, figure.indicator, figure.thing, figure);
    addSentences(figure, [figure.thing]);
  }
  TOGETHER.forEach((pair) => addSentences(pair, [pair.a, pair.b]));
  toldList = [...found.values()];
  return toldList;
}

// The word for a row that is no fact: a claim that is denied, a target; nothing for a fact.
function doubtOf(row) {
  return row.p ? standingWord(row) : isPlanned(row) ? word(row.modality) : "";
}

// The things that a word stands by, those `without` left out; of several words each has to stand there or in the name.
function searchTold(wanted, without) {
  if ([...wanted].length < LEAST_TOLD) {
    return [];
  }
  const words = wanted.split(/\s+/);
  const hits = new Map();
  for (const { kind, text, lower, rows } of tellings()) {
    const missing = words.filter((one) => !lower.includes(one));
    if (missing.length === words.length) {
      continue;
    }
    const rank = TOLD_KINDS.indexOf(kind) - (lower === wanted ? 0.5 : 0);
    for (const [id, row] of rows) {
      const known = hits.get(id);
      if (!without.has(id) && (!known || rank < known.rank) && missing.every((one) => namesOf(id).some((name) => name.includes(one)))) {
        hits.set(id, { id, rank, reason: { kind, text, row } });
      }
    }
  }
  return [...hits.values()].sort((a, b) => a.rank - b.rank || edgesOfThing[b.id].length - edgesOfThing[a.id].length || a.id - b.id);
}

// Why a thing was found, with the word marked: its post, number, relation, or the sentence around the word.
function reasonPart({ kind, text, row }, wanted) {
  const parts = {
    role: () => [`${word("roleOf")}：`, ...marked(text, wanted), ` · ${THINGS[row.o].name}`],
    indicator: () => [...marked(text, wanted), ` ${figureText(row)}`, row.period ? `（${periodText(row)}）` : ""],
    relation: () => [...marked(termName(row.p), wanted), ` ${THINGS[row.o].name}`],
    sentence: () => marked(excerpt(text, wanted), wanted),
  }[kind]();
  const doubt = doubtOf(row) ? [make("b", { className: "doubt", text: doubtOf(row) }), " "] : [];
  return make("span", { className: "reason", dir: "auto" }, ...doubt, ...parts);
}

// The part of a sentence around the first of the words that stands in it.
function excerpt(text, wanted, before = 12, after = 34) {
  const lower = text.toLowerCase();
  const places = wanted.split(/\s+/).map((one) => lower.indexOf(one)).filter((at) => at >= 0);
  const from = Math.max(0, Math.min(...places) - before);
  const to = Math.min(...places) + after;
  return (from ? "…" : "") + text.slice(from, to).replace(/^[，、。；：！？”）\s]+/, "") + (to < text.length ? "…" : "");
}

// A text as parts of a line, every place of the words marked.
function marked(text, wanted) {
  const words = wanted.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLowerCase();
  const parts = [];
  let at = 0;
  while (words.length && lower.length === text.length) {
    const next = words.map((one) => [lower.indexOf(one, at), one.length]).filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0] || b[1] - a[1])[0];
    if (!next) {
      break;
    }
    parts.push(text.slice(at, next[0]), make("mark", { text: text.slice(next[0], next[0] + next[1]) }));
    at = next[0] + next[1];
  }
  return [...parts, text.slice(at)];
}

// How well a row tells of the sought words: 2 in a text of its own (a post, an indicator), 1 in its sentences, 0 not at all.
function soughtRank({ quotes = [] }, own = "") {
  const words = state.sought.toLowerCase().split(/\s+/);
  const says = (text) => state.sought !== "" && words.every((one) => text.toLowerCase().includes(one));
  return says(own) ? 2 : Number(quotes.some((quote) => says(QUOTES[quote].text)));
}
