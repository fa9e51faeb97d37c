// Which claims, edges and nodes the current choice lets through.
function claimPasses(claim) {
  if (state.offModalities.has(claim.modality || "stated") || (claim.confidence ?? 1) < state.confidence) {
    return false;
  }
  const article = articleOfRow(claim);
  return articlePasses(article) && datePasses(dateOfRow(claim));
}

function articlePasses(article) {
  if (state.article >= 0) {
    return article === ARTICLES[state.article];
  }
  return state.page < 0 || (article !== null && article.page === state.page);
}

// A year or a month passes where any day of it would.
function datePasses(date) {
  if (!state.from && !state.to) {
    return true;
  }
  const notBefore = date.slice(0, state.from.length) >= state.from.slice(0, date.length);
  return Boolean(date) && notBefore && (!state.to || date.slice(0, state.to.length) <= state.to.slice(0, date.length));
}

function classPasses(id) {
  return isArticle(id) || !state.offClasses.has(THINGS[id].cls);
}

function edgePasses(edge) {
  const asked = state.layers.has(edge.layer) || (state.mode === "path" && state.via.has(edge.layer));
  if (edge.layer !== "claim" && !asked) {
    return false;
  }
  if (state.offRelations.has(edge.p) || !classPasses(edge.from) || !classPasses(edge.to)) {
    return false;
  }
  if (edge.layer === "claim" || edge.layer === "place") {
    return passingClaims(edge).length > 0;
  }
  const article = edge.layer === "together" ? articleOfRow(TOGETHER[numberOf(edge.id)]) : ARTICLES[edge.article];
  return articlePasses(article) && datePasses((article && article.date) || "");
}

function passingClaims(edge) {
  return (claimsOfEdge.get(edge.id) || []).filter((number) => claimPasses(CLAIMS[number]));
}

// The picture that the choice asks for: ids of nodes, and edges between them.
function currentView() {
  const edges = [...EDGES.values()].filter(edgePasses);
  const nodes = { all: wholeNodes, ego: egoNodes, path: pathNodes }[state.mode](edges);
  for (const id of [...state.grown, ...storyThings(), ...pickedThings()]) {
    nodes.add(id);
  }
  if (state.node !== null) {
    nodes.add(state.node);
  }
  for (const id of [...nodes]) {
    if (state.hidden.has(id) || (!isCommunity(id) && !classPasses(id))) {
      nodes.delete(id);
    }
  }
  const shown = edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to));
  return { nodes, edges: shown.concat(bundles(edges, nodes)), told: edges.filter(({ from, to }) => isWithin(from, nodes) && isWithin(to, nodes)) };
}

// Whether a thing is in the picture: drawn, or inside a group that is.
function isWithin(id, nodes) {
  return nodes.has(id) || (typeof id === "number" && !state.hidden.has(id) && nodes.has(`c${THINGS[id].community}`));
}

function wholeNodes(edges) {
  const nodes = new Set();
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const folded = COMMUNITIES.length > 0 && ends.size > GATHERED;
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      const community = typeof end === "number" ? (THINGS[end].community ?? -1) : -1;
      if (!folded || state.open.has(community)) {
        nodes.add(end);
      } else if (community >= 0) {
        nodes.add(`c${community}`);
      }
    }
  }
  if (state.layers.has("lone") && !COMMUNITIES.length) {
    THINGS.forEach((_, number) => nodes.add(number));
  }
  return nodes;
}

const EGO_LIMIT = 250;

function egoNodes(edges) {
  const around = new Map();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) {
      if (!around.has(end)) {
        around.set(end, new Set());
      }
      around.get(end).add(otherEnd(edge, end));
    }
  }
  const nodes = new Set([state.centre]);
  let rim = [state.centre];
  for (let step = 0; step < state.depth && nodes.size < EGO_LIMIT; step += 1) {
    const next = [];
    for (const id of rim) {
      for (const other of around.get(id) || []) {
        if (!nodes.has(other) && nodes.size < EGO_LIMIT) {
          nodes.add(other);
          next.push(other);
        }
      }
    }
    rim = next;
  }
  return nodes;
}

function pathNodes() {
  return new Set(state.route);
}

// Edges between folded communities, one for each pair. Where there are many, only each end's strongest are drawn.
const MANY_BUNDLES = 150;
const STRONGEST = 3;

function bundles(edges, nodes) {
  if (!COMMUNITIES.length || state.mode !== "all") {
    return [];
  }
  const counts = new Map();
  const end = (id) => (typeof id === "number" && !nodes.has(id) ? `c${THINGS[id].community}` : id);
  for (const edge of edges) {
    const ends = [end(edge.from), end(edge.to)].sort();
    if (ends[0] !== ends[1] && ends.every((id) => nodes.has(id)) && ends.some(isCommunity)) {
      const key = ends.join(" ");
      counts.set(key, { key, ends, count: (counts.get(key)?.count || 0) + 1 });
    }
  }
  return strongest([...counts.values()]).map(({ key, ends, count }) => ({
    id: `b${key}`,
    from: ends[0],
    to: ends[1],
    p: "",
    layer: "bundle",
    width: Math.min(8, 0.8 + Math.log2(count)),
    arrows: "",
  }));
}

function strongest(found) {
  if (found.length <= MANY_BUNDLES) {
    return found;
  }
  const drawn = new Map();
  const free = (end) => (drawn.get(end) || 0) < STRONGEST;
  return found
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .filter(({ ends }) => {
      const wanted = ends.some(free);
      ends.forEach((end) => wanted && drawn.set(end, (drawn.get(end) || 0) + 1));
      return wanted;
    });
}
