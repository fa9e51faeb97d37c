// Ties the parts together: what a click, a key or the address changes, and the redraw that follows.
let pathOpen = false;

function byId(id) {
  return document.getElementById(id);
}

function refresh({ fit = false, legend = true } = {}) {
  const view = redrawScene();
  if (legend) {
    drawLegend((refit) => refresh({ fit: refit === true }));
  }
  if (!pathOpen) {
    drawPanel(actions);
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

function choose(node, edge) {
  const real = edge !== null && EDGES.has(edge) ? edge : null;
  pathOpen = false;
  state.node = node;
  state.edge = real;
  refresh({ legend: false });
  reveal(real === null ? node : EDGES.get(real).from);
}

function showThing(id) {
  const community = typeof id === "number" ? (THINGS[id].community ?? -1) : -1;
  const known = scene.shown.has(id);
  state.hidden.delete(id);
  if (!known && state.mode === "all" && community >= 0) {
    state.open.add(community);
  } else if (!known) {
    state.grown.add(id);
  }
  pathOpen = false;
  state.node = id;
  state.edge = null;
  closeFilters();
  refresh();
  flyAround(id);
}

function showArticle(id) {
  showThing(id);
}

function grow(id) {
  if (isCommunity(id)) {
    actions.toggleCommunity(numberOf(id));
    return;
  }
  if (isArticle(id)) {
    return;
  }
  const newcomers = edgesOfThing[id]
    .map((edge) => EDGES.get(edge))
    .filter((edge) => edgePasses(edge) && !scene.shown.has(otherEnd(edge, id)) && !state.hidden.has(otherEnd(edge, id)))
    .map((edge) => otherEnd(edge, id));
  const added = [...new Set(newcomers)];
  if (state.mode !== "all") {
    seat(added, id);
  }
  added.forEach((other) => state.grown.add(other));
  state.node = id;
  state.edge = null;
  refresh();
}

function leaveMode() {
  state.mode = "all";
  state.route = [];
  state.grown.clear();
  settle();
}

const actions = {
  choose,
  grow,
  go: showThing,
  goEdge(edge) {
    const { from, to, layer } = EDGES.get(edge);
    if (layer !== "claim") {
      state.layers.add(layer);
    }
    [from, to].filter((id) => !scene.shown.has(id)).forEach((id) => state.grown.add(id));
    choose(null, edge);
    zoomOn([from, to]);
  },
  ego(id) {
    Object.assign(state, { mode: "ego", centre: id, depth: 1, node: id, edge: null });
    state.grown.clear();
    arrangeMode();
  },
  step(number) {
    Object.assign(state, { step: number, node: null, edge: null });
    if (state.mode !== "all") {
      leaveMode();
    }
    refresh({ legend: false });
    showStep(true);
  },
  whole() {
    leaveMode();
    refresh({ fit: true });
  },
  depth(steps) {
    state.depth = Math.min(5, Math.max(1, steps || 1));
    arrangeMode();
  },
  hide(id) {
    state.hidden.add(id);
    state.node = null;
    refresh();
  },
  pin(id) {
    if (!state.pinned.delete(id)) {
      state.pinned.add(id);
    }
    refresh({ legend: false });
  },
  pathFrom(id) {
    pathChoice.from = id;
    pathChoice.to = null;
    openPath();
  },
  showRoute(route) {
    Object.assign(state, { mode: "path", route, node: null, edge: null });
    state.grown.clear();
    layRoute(route);
    refresh({ fit: true });
  },
  toggleCommunity(number) {
    const opening = !state.open.delete(number);
    if (opening) {
      state.open.add(number);
    }
    state.node = null;
    refresh();
    if (opening) {
      zoomOn(THINGS.map((_, id) => id).filter((id) => THINGS[id].community === number));
    }
  },
  close() {
    if (pathOpen && state.mode === "path") {
      leaveMode();
    }
    const wasRoute = pathOpen;
    pathOpen = false;
    state.node = null;
    state.edge = null;
    refresh({ legend: wasRoute, fit: wasRoute });
    byId("canvas").focus();
  },
};

function showStep(animate) {
  const things = storyThings().filter((id) => scene.shown.has(id));
  if (things.length) {
    fitNodes(things, animate);
  } else {
    fitScene(animate);
  }
}

function zoomOn(ids) {
  fitNodes(ids.filter((id) => scene.shown.has(id)), true);
}

function arrangeMode() {
  settle();
  const view = currentView();
  if (state.mode === "ego") {
    seat([...view.nodes].filter((id) => id !== state.centre), state.centre);
    arrange(view.nodes, view.edges, new Set([state.centre]));
  }
  if (state.mode === "path") {
    layRoute(state.route);
  }
  refresh({ fit: true });
}

function openPath() {
  pathOpen = true;
  state.edge = null;
  drawPathPanel(actions);
}

function resetView() {
  const { lang, theme } = state;
  Object.assign(state, freshState(), { lang, theme });
  pathOpen = false;
  settle();
  refresh({ fit: true });
}

function drawChrome() {
  document.documentElement.lang = state.lang === "en" ? "en" : "zh-CN";
  document.documentElement.dataset.theme = state.theme;
  document.title = byId("title").textContent = DATA.settings.titles[state.lang === "en" ? 1 : 0];
  byId("corpus").textContent = corpusText();
  const texts = { "path-button": "path", "reset-button": "reset", "export-summary": "export", "lang-button": "otherLanguage", hint: "hint" };
  for (const [id, key] of Object.entries(texts)) {
    byId(id).textContent = word(key);
  }
  byId("theme-button").textContent = word(state.theme === "dark" ? "light" : "dark");
  const labels = { search: "search", canvas: "canvas", "zoom-in": "zoomIn", "zoom-out": "zoomOut", "zoom-fit": "zoomFit", "filters-button": "filters" };
  for (const [id, key] of Object.entries(labels)) {
    byId(id).setAttribute("aria-label", word(key));
    byId(id).title = word(key);
  }
  byId("search").placeholder = word("search");
}

function zoomBy(factor) {
  scene.network.moveTo({ scale: scene.network.getScale() * factor, animation: { duration: 150, easingFunction: "linear" } });
}

function listen() {
  complete(byId("search"), byId("hits"), showThing);
  const clicks = {
    "path-button": () => (pathOpen ? actions.close() : openPath()),
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
  window.addEventListener("hashchange", () => {
    readAddress();
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
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("search").focus();
    byId("search").select();
  } else if (event.key === "Escape" && !typing) {
    actions.close();
  }
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

function start() {
  readAddress();
  drawChrome();
  settle();
  openScene(actions);
  listen();
  refresh();
  if (state.mode !== "all") {
    arrangeMode();
  }
  fitScene(false);
  if (state.step >= 0 && state.node === null) {
    showStep(false);
  }
  scene.network.once("afterDrawing", () => {
    document.documentElement.dataset.ready = "yes";
  });
  scene.network.redraw();
}

start();
