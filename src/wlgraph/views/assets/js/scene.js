// The network on the canvas: keeps vis-network in step with the current view.
const scene = {
  network: null,
  nodes: new vis.DataSet(),
  edges: [],
  edgeSet: new vis.DataSet(),
  shown: new Map(),
  lit: null,
  litEdges: null,
  hovered: null,
  hoveredEdge: null,
  fitScale: 0,
  whole: true,
  gathered: false,
  boost: 1,
  order: {},
  arrows: [],
};

// Nodes of more than this radius need no enlarging.
const BOOSTED = 15;

function openScene(handlers) {
  const container = document.getElementById("canvas");
  scene.network = new vis.Network(container, { nodes: scene.nodes, edges: scene.edgeSet }, DATA.options);
  container.firstElementChild.tabIndex = -1;
  scene.network.on("afterDrawing", (context) => {
    paintArrows(context);
    paintLabels(context);
  });
  scene.network.on("hoverNode", ({ node }) => hover(node));
  scene.network.on("blurNode", () => hover(null));
  scene.network.on("hoverEdge", ({ edge }) => hoverEdge(edge));
  scene.network.on("blurEdge", () => hoverEdge(null));
  scene.network.on("dragEnd", ({ nodes }) => {
    scene.whole = scene.whole && nodes.length > 0;
    nodes.forEach((id) => keepSpot(id));
  });
  scene.network.on("dragging", ({ nodes }) => nodes.forEach((id) => keepSpot(id)));
  scene.network.on("click", ({ nodes, edges, pointer, event }) => {
    const node = nodes[0] ?? nearest(pointer.DOM, event.pointerType === "touch" ? 24 : 10);
    if (event.pointerType === "touch") {
      swallowClick();
    }
    handlers.choose(node, node === null ? (edges[0] ?? null) : null);
  });
  scene.network.on("zoom", ({ scale }) => {
    scene.whole = false;
    enlarge(scale);
  });
  // The library sets its own camera after this event.
  scene.network.on("resize", () => requestAnimationFrame(() => fitAgain(false)));
  scene.network.on("animationFinished", () => enlarge(scene.network.getScale()));
  scene.network.on("doubleClick", ({ nodes }) => nodes.length && handlers.grow(nodes[0]));
}

// A touch is followed by a click, which would press what the panel that opens brings under the finger.
function swallowClick() {
  const swallow = (event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), 400);
}

function keepSpot(id) {
  spots.set(id, scene.network.getPosition(id));
}

function hover(id) {
  scene.hovered = id;
  document.getElementById("canvas").classList.toggle("pointing", id !== null);
  scene.network.redraw();
}

function hoverEdge(id) {
  scene.hoveredEdge = id;
  scene.network.redraw();
}

function redrawScene() {
  const view = currentView();
  scene.edges = view.edges;
  scene.told = view.told;
  light(view);
  const nodes = [...view.nodes].map(nodeItem);
  const edges = edgeItems(view.edges);
  scene.shown = new Map(nodes.map((node) => [node.id, node]));
  replaceAll(scene.nodes, nodes);
  replaceAll(scene.edgeSet, edges);
  return view;
}

function replaceAll(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items);
}

// What stays bright while a node or an edge is chosen: it, and what it touches.
function light(view) {
  scene.lit = null;
  scene.litEdges = null;
  if (state.edge !== null) {
    const edge = EDGES.get(state.edge);
    scene.litEdges = view.edges.filter(({ id }) => id === state.edge);
    scene.lit = new Set([edge.from, edge.to]);
  } else if (state.node === null && (pickedThings().length || storyThings().length)) {
    scene.lit = new Set(pickedThings().length ? pickedThings() : storyThings());
    scene.litEdges = view.edges.filter(({ from, to }) => scene.lit.has(from) && scene.lit.has(to));
  } else if (isArticle(state.node)) {
    const article = ARTICLES[numberOf(state.node)];
    scene.litEdges = view.edges.filter((edge) => edge.article === numberOf(state.node) || passingClaims(edge).some((claim) => articleOfRow(CLAIMS[claim]) === article));
    scene.lit = new Set([state.node, ...(article.mentions || []), ...scene.litEdges.flatMap(({ from, to }) => [from, to])]);
  } else if (state.node !== null && view.nodes.has(state.node)) {
    scene.litEdges = view.edges.filter(({ from, to }) => from === state.node || to === state.node);
    scene.lit = new Set([state.node, ...scene.litEdges.map((edge) => otherEnd(edge, state.node))]);
  }
}

function nodeItem(id) {
  const spot = spots.get(id);
  const base = { id, x: spot.x, y: spot.y, ...bodyOf(id) };
  base.size = isCommunity(id) ? base.size : Math.max(base.size, Math.min(base.size, BOOSTED) * scene.boost);
  const bright = !scene.lit || scene.lit.has(id);
  const colour = bright ? nodeColour(id) : ground().dim;
  const border = state.pinned.has(id) ? ground().accent : ground().ground;
  const rim = id === state.node ? ground().ink : border;
  base.color = { background: colour, border: rim, highlight: { background: colour, border: ground().ink }, hover: { background: colour, border: ground().ink } };
  base.borderWidth = id === state.node || state.pinned.has(id) ? 3 : 1.5;
  base.fixed = state.pinned.has(id);
  return base;
}

function bodyOf(id) {
  if (isArticle(id)) {
    return { shape: "square", size: 8, weight: 0.5 };
  }
  if (isCommunity(id)) {
    const { size, radius } = COMMUNITIES[numberOf(id)];
    return { shape: "dot", size: Math.min(radius * 0.5, 150), weight: size };
  }
  const { shape, size } = BASE_NODES[id];
  return { shape, size, weight: size };
}

// A folded group takes the colour that most of its members have.
const communityClasses = commonest(({ cls }) => cls);
const communityGroups = commonest((_, id) => groupOfThing.get(id));

function commonest(kindOf) {
  const counts = COMMUNITIES.map(() => new Map());
  THINGS.forEach((thing, id) => {
    if ((thing.community ?? -1) >= 0) {
      const kind = kindOf(thing, id);
      counts[thing.community].set(kind, (counts[thing.community].get(kind) || 0) + 1);
    }
  });
  return counts.map((count) => [...count].sort((a, b) => b[1] - a[1])[0][0]);
}

function communityClass(number) {
  return communityClasses[number];
}

function communityGroup(number) {
  return communityGroups[number];
}

function edgeItems(edges) {
  const pairs = new Map();
  scene.arrows = [];
  return edges.map((edge) => {
    const key = [edge.from, edge.to].map(String).sort().join(" ");
    const nth = pairs.get(key) || 0;
    pairs.set(key, nth + 1);
    const item = edgeItem(edge, nth);
    if (item.arrows && !nth && edge.from !== edge.to) {
      scene.arrows.push({ from: edge.from, to: edge.to, colour: item.color.color });
      item.arrows = "";
    }
    return item;
  });
}

// Parallel edges are bent, each more than the one before, so that all can be seen and chosen.
function edgeItem(edge, nth) {
  const bright = !scene.litEdges || scene.litEdges.includes(edge);
  const { dashes = false, warns = false } = STANDINGS[standingOf(speakerOf(edge))] || {};
  const plain = scene.litEdges ? ground().strong : ground().edge;
  const colour = !bright ? ground().dim : warns ? ground().accent : plain;
  const item = {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    arrows: edge.arrows ?? "to",
    dashes: edge.layer === "together" ? [2, 5] : dashes,
    width: edge.width || (bright && scene.litEdges ? 1.8 : 1.3) * scene.boost,
    color: { color: colour, highlight: ground().strong, hover: ground().strong, inherit: false },
    smooth: false,
  };
  if (nth) {
    item.smooth = { enabled: true, type: nth % 2 ? "curvedCW" : "curvedCCW", roundness: 0.16 * Math.ceil(nth / 2) };
  }
  return item;
}

// The node within reach of a finger or a mouse that missed it by a little.
function nearest(point, reach) {
  let best = null;
  let least = reach;
  for (const id of scene.shown.keys()) {
    const spot = scene.network.canvasToDOM(spots.get(id));
    const distance = Math.hypot(spot.x - point.x, spot.y - point.y);
    if (distance < least) {
      [best, least] = [id, distance];
    }
  }
  return best;
}
