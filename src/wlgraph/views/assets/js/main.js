// Ties the parts together: the redraw that follows a change, the page's frame, and its listeners.
function byId(id) {
  return document.getElementById(id);
}

function refresh({ fit = false, legend = true, top = true } = {}) {
  const view = redrawScene();
  if (legend) {
    drawLegend(filtered);
  }
  if (!pathOpen) {
    drawPanel(actions, top);
  }
  drawStory(actions);
  const names = [...view.nodes].filter((id) => typeof id === "number").length;
  const links = view.edges.filter(({ layer }) => layer !== "bundle").length;
  const groups = [...view.nodes].filter(isCommunity).length;
  const empty = view.nodes.size === 0;
  byId("status").textContent = empty ? word("emptyView") : statusText(names, groups, links);
  writeAddress();
  scene.network.redraw();
  if (fit) {
    fitScene(true);
  }
  return view;
}

function statusText(names, groups, links) {
  const total = THINGS.length;
  if (groups && !names) {
    return state.lang === "en" ? `${groups} groups of ${total} names; click one to open it. Only the stronger links are drawn.` : `${groups} 个群，共 ${total} 个名称；点选一群可打开。群与群之间只画较强的联系。`;
  }
  if (state.lang === "en") {
    return `${groups ? `${groups} groups, ` : ""}${names} of ${total} names, ${links} relations`;
  }
  return `${groups ? `${groups} 个群，` : ""}${names} 个名称（共 ${total} 个），${links} 条关系`;
}

function drawChrome() {
  document.documentElement.lang = state.lang === "en" ? "en" : "zh-CN";
  document.documentElement.dataset.theme = state.theme;
  document.title = byId("title").textContent = DATA.settings.titles[state.lang === "en" ? 1 : 0];
  byId("corpus").textContent = corpusText();
  const texts = { "path-button": "path", "connections-button": "connections", "reset-button": "reset", "export-summary": "export", "lang-button": "otherLanguage" };
  for (const [id, key] of Object.entries(texts)) {
    byId(id).textContent = word(key);
  }
  document.querySelector("#hint .for-mouse").textContent = word("hint");
  document.querySelector("#hint .for-touch").textContent = word("hintTouch");
  byId("theme-button").textContent = word(state.theme === "dark" ? "light" : "dark");
  const labels = { search: "search", canvas: "canvas", "zoom-in": "zoomIn", "zoom-out": "zoomOut", "zoom-fit": "zoomFit", "filters-button": "filters" };
  for (const [id, key] of Object.entries(labels)) {
    byId(id).setAttribute("aria-label", word(key));
    byId(id).title = word(key);
  }
  byId("connections-button").hidden = Object.values(TABS).every((rows) => !rows.length);
  byId("search").placeholder = word("search");
}

function zoomBy(factor) {
  scene.whole = false;
  scene.network.moveTo({ scale: scene.network.getScale() * factor, animation: { duration: 150, easingFunction: "linear" } });
}

function listen() {
  complete(byId("search"), byId("hits"), (id, sought) => {
    showThing(id, sought);
    byId("panel").focus({ preventScroll: true });
  });
  const clicks = {
    "path-button": () => (pathOpen ? actions.close() : openPath()),
    "connections-button": () => (state.tab ? actions.close() : actions.tab(Object.keys(TABS).find((tab) => TABS[tab].length))),
    "reset-button": resetView,
    "export-png": exportPicture,
    "export-csv": exportTable,
    "export-json": exportData,
    "lang-button": () => {
      state.lang = state.lang === "en" ? "zh" : "en";
      redress();
    },
    "theme-button": () => {
      state.theme = state.theme === "dark" ? "light" : "dark";
      redress();
    },
    "filters-button": () => {
      const open = document.body.classList.toggle("with-filters");
      byId("filters-button").setAttribute("aria-expanded", String(open));
    },
    "zoom-in": () => zoomBy(1.35),
    "zoom-out": () => zoomBy(1 / 1.35),
    "zoom-fit": () => fitScene(true),
  };
  for (const [id, handler] of Object.entries(clicks)) {
    byId(id).addEventListener("click", handler);
  }
  byId("export-menu").addEventListener("click", ({ target }) => {
    if (target.tagName === "BUTTON") {
      byId("export-menu").open = false;
    }
  });
  document.addEventListener("keydown", onKey);
  byId("canvas").addEventListener("keydown", steer);
  printLight(() => {
    redrawScene();
    scene.network.redraw();
  });
  window.addEventListener("hashchange", () => {
    readAddress();
    openHeldRoute();
    redress();
    arrangeMode();
    if (state.step >= 0) {
      showStep(true);
    }
  });
}

function redress() {
  drawChrome();
  refresh();
  if (pathOpen) {
    drawPathPanel(actions);
  }
}

function onKey(event) {
  onStoryKey(event, actions);
  const typing = event.target.matches(TYPED_INTO);
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("search").focus();
    byId("search").select();
  } else if (event.key === "Escape" && !typing) {
    actions.close();
  }
}

const KEY_STEP = 60;
const KEY_MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const KEY_ZOOMS = { "+": 1.35, "=": 1.35, "-": 1 / 1.35 };

// Keys on the picture: arrows move it, plus and minus zoom.
function steer(event) {
  const [move, zoom] = [KEY_MOVES[event.key], KEY_ZOOMS[event.key]];
  if (event.ctrlKey || event.metaKey || event.altKey || !(move || zoom)) {
    return;
  }
  event.preventDefault();
  if (zoom) {
    zoomBy(zoom);
    return;
  }
  const scale = scene.network.getScale();
  const { x, y } = scene.network.getViewPosition();
  scene.whole = false;
  scene.network.moveTo({ position: { x: x + (move[0] * KEY_STEP) / scale, y: y + (move[1] * KEY_STEP) / scale }, scale });
}

// For tests and for whoever scripts the page: what is shown, painted and chosen.
window.wlgraphView = {
  labels: () => paintedLabels,
  shown: () => ({ nodes: [...scene.shown.keys()], edges: scene.edges.map(({ id }) => id) }),
  state: () => ({ ...state }),
  table: tableText,
  data: viewData,
  findRoutes,
  scene,
  choose,
  spotOf: (id) => scene.network.canvasToDOM(spots.get(id)),
};

// An address that holds a route and nothing chosen on it opens with the route's sentences.
function openHeldRoute() {
  pathOpen = state.mode === "path" && state.node === null && state.edge === null && !state.tab;
  if (pathOpen) {
    Object.assign(pathChoice, { from: state.route[0], to: state.route.at(-1) });
  }
}

// Whoever comes by a link to something chosen sees it near; so does a small screen that opens with a focus.
function showChosen(linked) {
  if (state.mode !== "all" || !(linked || freeArea().width < 600)) {
    return;
  }
  if (state.edge !== null) {
    const { from, to } = EDGES.get(state.edge);
    fitNodes([from, to].filter((id) => scene.shown.has(id)), false);
  } else if (state.node !== null) {
    flyAround(state.node, false);
  }
}

function start() {
  const linked = Boolean(location.hash);
  readAddress();
  openHeldRoute();
  drawChrome();
  lay();
  openScene(actions);
  listen();
  refresh();
  fitScene(false);
  if (state.step >= 0 && state.node === null) {
    showStep(false);
  }
  showChosen(linked);
  if (pathOpen) {
    drawPathPanel(actions);
  }
  scene.network.once("afterDrawing", () => {
    document.documentElement.dataset.ready = "yes";
  });
  scene.network.redraw();
}

start();
