// How a claim stands: "" for what may be shown as a fact, else planned, proposed, denied, ended, or corrected since. A line or a
// relation that is no fact never looks like one.
const STANDINGS = {
  denied: { dashes: [2, 4], warns: true },
  corrected: { dashes: [2, 4], warns: true },
  ended: { dashes: [14, 5] },
  proposed: { dashes: [7, 5] },
  planned: { dashes: [7, 5] },
};

function standingOf({ standing = "" }) {
  return standing;
}

// Nothing, for the word of a fact. A post that is over has a word of its own.
function standingWord(claim) {
  const standing = standingOf(claim);
  return standing && word(standing === "ended" && claim.p === "holdsPostIn" ? "former" : standing);
}

// The claim that speaks for an edge: a fact before all else.
function speakerOf(edge) {
  const ranks = ["planned", "proposed", "ended", "corrected", "denied", ""];
  const rank = (number) => ranks.indexOf(standingOf(CLAIMS[number]));
  const best = passingClaims(edge).reduce((one, two) => (one !== null && rank(one) >= rank(two) ? one : two), null);
  return best === null ? { p: edge.p } : CLAIMS[best];
}

function relationText(claim) {
  return [standingWord(claim), termName(claim.p)].filter(Boolean).join(state.lang === "en" ? ": " : "：");
}

// The relation of a claim as a part of a line, led by how the claim stands.
function relationPart(tag, claim, options = {}) {
  const standing = standingOf(claim);
  const parts = standing ? [make("b", { text: standingWord(claim) }), " "] : [];
  const title = standing ? word(`why-${standing}`) : null;
  return make(tag, { className: `relation ${standing}`.trim(), title, ...options }, ...parts, make("span", { text: termName(claim.p) }));
}

// A piece of the line that stands for claims of a standing in the picture.
function lineMark(standing) {
  const { dashes = [], warns = false } = STANDINGS[standing] || {};
  const stroke = warns ? ground().accent : ground().strong;
  const path = drawn("path", { d: "M0 8H30", stroke, "stroke-width": 1.6, "stroke-dasharray": dashes.join(" "), fill: "none" });
  return drawn("svg", { viewBox: "0 0 30 16", width: 30, height: 16, "aria-hidden": "true" }, path);
}
