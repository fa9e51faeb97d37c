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
  fitScale: 0,
};

function openScene(handlers) {
  const container = document.getElementById("canvas");
  scene.network = new vis.Network(container, { nodes: scene.nodes, edges: scene.edgeSet }, DATA.options);
  scene.network.on("afterDrawing", paintLabels);
  scene.network.on("hoverNode", ({ node }) => hover(node));
  scene.network.on("blurNode", () => hover(null));
  scene.network.on("dragEnd", ({ nodes }) => nodes.forEach((id) => keepSpot(id)));
  scene.network.on("dragging", ({ nodes }) => nodes.forEach((id) => keepSpot(id)));
  scene.network.on("click", ({ nodes, edges }) => handlers.choose(nodes[0] ?? null, nodes.length ? null : edges[0] ?? null));
  scene.network.on("doubleClick", ({ nodes }) => nodes.length && handlers.grow(nodes[0]));
}

function keepSpot(id) {
  spots.set(id, scene.network.getPosition(id));
}

function hover(id) {
  scene.hovered = id;
  document.getElementById("canvas").classList.toggle("pointing", id !== null);
  scene.network.redraw();
}

function redrawScene() {
  const view = currentView();
  scene.edges = view.edges;
  light(view);
  const nodes = [...view.nodes].map(nodeItem);
  scene.shown = new Map(nodes.map((node) => [node.id, node]));
  replaceAll(scene.nodes, nodes);
  replaceAll(scene.edgeSet, edgeItems(view.edges));
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
  } else if (state.node !== null && view.nodes.has(state.node)) {
    scene.litEdges = view.edges.filter(({ from, to }) => from === state.node || to === state.node);
    scene.lit = new Set([state.node, ...scene.litEdges.map((edge) => otherEnd(edge, state.node))]);
  }
}

function nodeItem(id) {
  const spot = spots.get(id);
  const base = { id, x: spot.x, y: spot.y, ...bodyOf(id) };
  const bright = !scene.lit || scene.lit.has(id);
  const colour = bright ? classColour(base.cls) : ground().dim;
  const border = state.pinned.has(id) ? ground().accent : ground().ground;
  const rim = id === state.node ? ground().ink : border;
  base.color = { background: colour, border: rim, highlight: { background: colour, border: ground().ink }, hover: { background: colour, border: ground().ink } };
  base.borderWidth = id === state.node || state.pinned.has(id) ? 3 : 1.5;
  base.fixed = state.pinned.has(id);
  return base;
}

function bodyOf(id) {
  if (isArticle(id)) {
    return { cls: "Article", shape: "square", size: 8, weight: 0.5 };
  }
  if (isCommunity(id)) {
    const { size } = COMMUNITIES[numberOf(id)];
    return { cls: communityClass(numberOf(id)), shape: "dot", size: 10 + 7 * Math.sqrt(size), weight: size };
  }
  const { shape, size } = BASE_NODES[id];
  return { cls: THINGS[id].cls, shape, size, weight: size };
}

// A group takes the colour of the class that most of its members have.
const communityClasses = new Map();

function communityClass(number) {
  if (!communityClasses.size) {
    const counts = COMMUNITIES.map(() => new Map());
    for (const { cls, community } of THINGS) {
      if (community >= 0) {
        counts[community].set(cls, (counts[community].get(cls) || 0) + 1);
      }
    }
    counts.forEach((count, index) => communityClasses.set(index, [...count].sort((a, b) => b[1] - a[1])[0][0]));
  }
  return communityClasses.get(number);
}

function edgeItems(edges) {
  const pairs = new Map();
  return edges.map((edge) => {
    const key = [edge.from, edge.to].map(String).sort().join(" ");
    const nth = pairs.get(key) || 0;
    pairs.set(key, nth + 1);
    return edgeItem(edge, nth);
  });
}

// Parallel edges are bent, each more than the one before, so that all can be seen and chosen.
function edgeItem(edge, nth) {
  const bright = !scene.litEdges || scene.litEdges.includes(edge);
  const tentative = edge.layer === "claim" && passingClaims(edge).every((n) => (CLAIMS[n].modality || "stated") !== "stated");
  const colour = bright ? (scene.litEdges ? ground().strong : ground().edge) : ground().dim;
  const item = {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    arrows: edge.arrows ?? "to",
    dashes: edge.layer === "together" ? [2, 5] : tentative ? [7, 5] : false,
    width: edge.width || (bright && scene.litEdges ? 1.8 : 1.1),
    color: { color: colour, highlight: ground().strong, hover: ground().strong, inherit: false },
    smooth: false,
  };
  if (nth) {
    item.smooth = { enabled: true, type: nth % 2 ? "curvedCW" : "curvedCCW", roundness: 0.16 * Math.ceil(nth / 2) };
  }
  return item;
}

function fitScene(animate) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const animation = animate && !still ? { duration: 350, easingFunction: "easeInOutQuad" } : false;
  if (!scene.shown.size) {
    return;
  }
  scene.network.fit({ animation, maxZoomLevel: 1.6 });
  scene.fitScale = animation ? 0 : scene.network.getScale();
  if (animation) {
    scene.network.once("animationFinished", () => {
      scene.fitScale = scene.network.getScale();
      scene.network.redraw();
    });
  }
}

function flyTo(id) {
  if (!scene.shown.has(id)) {
    return;
  }
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const scale = Math.max(scene.network.getScale(), 0.9);
  scene.network.focus(id, { scale, animation: still ? false : { duration: 450, easingFunction: "easeInOutQuad" } });
}
