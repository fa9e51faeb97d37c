// The page's data, and the look-ups made from it once. Large data come packed.
async function readData() {
  const { type, textContent } = document.getElementById("data");
  if (type === "application/json") {
    return JSON.parse(textContent);
  }
  if (typeof DecompressionStream === "undefined") {
    document.body.prepend("此浏览器版本过旧，无法打开大图；请更新浏览器。This browser is too old to open a large graph; update it.");
    throw new Error("DecompressionStream is missing");
  }
  const bytes = Uint8Array.from(atob(textContent), (char) => char.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(unpacked).text());
}

const DATA = await readData();
const THINGS = DATA.content.things || [];
const PAGES = DATA.content.pages || [];
const ARTICLES = DATA.content.articles || [];
const QUOTES = DATA.content.quotes || [];
const CLAIMS = DATA.content.claims || [];
const FIGURES = DATA.content.figures || [];
const TOGETHER = DATA.content.together || [];
const ENGLISH_UNITS = DATA.units || {};
const COMMUNITIES = DATA.communities || [];
const { connectors: CONNECTORS = [], groups: GROUPS = [], pairs: PAIRS = [] } = DATA.connections || {};
const TABS = { connect: CONNECTORS, groups: GROUPS, shared: PAIRS };
const BASE_NODES = DATA.nodes || [];
const EDGES = new Map((DATA.edges || []).map((edge) => [edge.id, edge]));
const HOMES = BASE_NODES.map((node) => ({ x: node.x, y: node.y }));

const claimsOfEdge = new Map();
const edgesOfThing = THINGS.map(() => []);
const edgesOfArticle = ARTICLES.map(() => []);
const figuresOfThing = THINGS.map(() => []);
const articlesOfThing = THINGS.map(() => []);
const groupOfThing = new Map(GROUPS.flatMap(({ members }, number) => members.map((id) => [id, number])));
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
      edgesAt(end).push(edge.id);
    }
  }
  FIGURES.forEach((figure, number) => figuresOfThing[figure.thing].push(number));
}

function addLink(id, from, to, p, layer, article) {
  EDGES.set(id, { id, from, to, p, layer, article, arrows: "" });
}

function edgesAt(id) {
  return isArticle(id) ? edgesOfArticle[numberOf(id)] : edgesOfThing[id];
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

// The day that a claim's article appeared; "" where it is not known.
function publishedDate(claim) {
  const article = articleOfRow(claim);
  return (article && article.date) || "";
}

// The day, month or year that a claim or a figure speaks of: its own where it has one, else the day that it is said.
function eventDate(row) {
  const own = row.start || row.year || row.as_of || row.end || (row.period || "").split("/")[0];
  return /^\d{4}(-\d\d){0,2}$/.test(own) ? own : publishedDate(row);
}

function dateOfRow(row) {
  return state.dated === "event" ? eventDate(row) : publishedDate(row) || row.as_of || "";
}

function articleOfRow(row) {
  const quote = row.quotes && QUOTES[row.quotes[0]];
  return quote && quote.article >= 0 ? ARTICLES[quote.article] : null;
}

function pageOf(article) {
  return article && article.page !== undefined && article.page >= 0 ? PAGES[article.page] : null;
}

indexData();
