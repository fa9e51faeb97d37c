// What a click, a key or the address can ask for; each changes the state and has it drawn.
let pathOpen = false;

function choose(node, edge) {
  const real = edge !== null && EDGES.has(edge) ? edge : null;
  pathOpen = false;
  Object.assign(state, { node, edge: real, sought: "" });
  refresh({ legend: false });
  reveal(real === null ? node : EDGES.get(real).from);
}

function showThing(id, sought = "") {
  if (state.mode !== "all" && !scene.shown.has(id)) {
    leaveMode();
  }
  const community = typeof id === "number" ? (THINGS[id].community ?? -1) : -1;
  const known = scene.shown.has(id);
  state.hidden.delete(id);
  if (!known && state.mode === "all" && community >= 0) {
    state.open.add(community);
  } else if (!known) {
    state.grown.add(id);
  }
  pathOpen = false;
  Object.assign(state, { node: id, edge: null, sought });
  if (!known && scene.gathered) {
    lay();
  }
  closeFilters();
  refresh();
  if (scene.shown.has(id)) {
    flyAround(id);
  } else {
    fitAgain();
  }
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
  if (state.mode !== "all" || scene.gathered) {
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
  lay();
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
  tab(tab) {
    pathOpen = false;
    Object.assign(state, { tab, pick: -1, node: null, edge: null });
    refresh({ legend: false });
    fitAgain();
    byId(`tab-${tab}`)?.focus();
  },
  pick(number) {
    state.pick = state.pick === number ? -1 : number;
    refresh({ legend: false, top: false });
    byId(`pick-${number}`)?.focus();
    zoomOn(pickedThings());
  },
  anything(on) {
    state.anything = on;
    refresh({ legend: false, top: false });
    byId("tick-anything").focus();
  },
  back() {
    Object.assign(state, { node: null, edge: null });
    refresh({ legend: false });
    zoomOn(pickedThings());
  },
  colour(byGroup) {
    state.colour = byGroup ? "group" : "class";
    refresh({ top: false });
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
    Object.assign(state, { node: null, edge: null, tab: "", pick: -1 });
    refresh({ legend: wasRoute, fit: wasRoute || scene.whole });
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

// Where everything stands in the present mode, or after a filter that leaves little.
function lay() {
  settle();
  const view = currentView();
  scene.gathered = isNarrowed(view);
  if (scene.gathered) {
    gather(view);
  }
  if (state.mode === "ego") {
    seat([...view.nodes].filter((id) => id !== state.centre), state.centre);
    arrange(view.nodes, view.edges, new Set([state.centre]));
  }
  if (state.mode === "path") {
    layRoute(state.route);
  }
}

function arrangeMode() {
  lay();
  refresh({ fit: true });
}

function filtered(refit) {
  const again = scene.gathered || isNarrowed(currentView());
  if (again) {
    lay();
  }
  refresh({ fit: again || refit === true });
}

function openPath() {
  pathOpen = true;
  Object.assign(state, { edge: null, tab: "", pick: -1 });
  drawPathPanel(actions);
  fitAgain();
}

function resetView() {
  const { lang, theme } = state;
  Object.assign(state, freshState(), { lang, theme });
  pathOpen = false;
  arrangeMode();
}
