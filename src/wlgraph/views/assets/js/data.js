// The page's data, and the look-ups made from it once.
const DATA = JSON.parse(document.getElementById("data").textContent);
const THINGS = DATA.content.things || [];
const PAGES = DATA.content.pages || [];
const ARTICLES = DATA.content.articles || [];
const QUOTES = DATA.content.quotes || [];
const CLAIMS = DATA.content.claims || [];
const FIGURES = DATA.content.figures || [];
const TOGETHER = DATA.content.together || [];
const COMMUNITIES = DATA.communities || [];
const EDGES = new Map(DATA.edges.map((edge) => [edge.id, edge]));
const BASE_NODES = DATA.nodes;
const HOMES = BASE_NODES.map((node) => ({ x: node.x, y: node.y }));

const claimsOfEdge = new Map();
const edgesOfThing = THINGS.map(() => []);
const figuresOfThing = THINGS.map(() => []);
const articlesOfThing = THINGS.map(() => []);
const thingByIri = new Map(THINGS.map((thing, number) => [thing.iri, number]));

function indexData() {
  CLAIMS.forEach((claim, number) => {
    if (!claimsOfEdge.has(claim.edge)) {
      claimsOfEdge.set(claim.edge, []);
    }
    claimsOfEdge.get(claim.edge).push(number);
  });
  ARTICLES.forEach((article, number) => {
    const id = `a${number}`;
    for (const role of ["reporter", "correspondent", "photographer"]) {
      for (const person of article[`${role}s`] || []) {
        addLink(`${role}${number}-${person}`, id, person, role, "byline", number);
      }
    }
    for (const thing of article.mentions || []) {
      articlesOfThing[thing].push(number);
      addLink(`m${number}-${thing}`, id, thing, "mentions", "mention", number);
    }
  });
  for (const edge of EDGES.values()) {
    for (const end of new Set([edge.from, edge.to])) {
      if (typeof end === "number") {
        edgesOfThing[end].push(edge.id);
      }
    }
  }
  FIGURES.forEach((figure, number) => figuresOfThing[figure.thing].push(number));
}

function addLink(id, from, to, p, layer, article) {
  EDGES.set(id, { id, from, to, p, layer, article, arrows: "" });
}

function otherEnd(edge, end) {
  return edge.from === end ? edge.to : edge.from;
}

function isArticle(id) {
  return typeof id === "string" && id[0] === "a";
}

function isCommunity(id) {
  return typeof id === "string" && id[0] === "c";
}

function numberOf(id) {
  return Number(String(id).slice(1));
}

function nameOf(id) {
  if (isArticle(id)) {
    return ARTICLES[numberOf(id)].headline || word("noHeadline");
  }
  if (isCommunity(id)) {
    const { label, size } = COMMUNITIES[numberOf(id)];
    return label ? `${shortened(label, 11)} +${size - 1}` : `${word("scattered")} ${size}`;
  }
  return THINGS[id].name;
}

function claimDegree(thing) {
  return edgesOfThing[thing].filter((id) => EDGES.get(id).layer === "claim").length;
}

// The day that a claim's article appeared, or the day it speaks of; "" where neither is known.
function dateOfClaim(claim) {
  const article = articleOfRow(claim);
  return (article && article.date) || claim.as_of || "";
}

function articleOfRow(row) {
  const quote = row.quotes && QUOTES[row.quotes[0]];
  return quote && quote.article >= 0 ? ARTICLES[quote.article] : null;
}

function pageOf(article) {
  return article && article.page !== undefined && article.page >= 0 ? PAGES[article.page] : null;
}

indexData();
