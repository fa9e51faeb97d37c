// The panel that looks for routes between two names.
const pathChoice = { from: null, to: null };

function drawPathPanel(actions) {
  const panel = document.getElementById("panel");
  panel.hidden = false;
  document.body.classList.add("with-panel");
  const results = make("div", { id: "routes", "aria-live": "polite" });
  const close = button("×", actions.close, { className: "close", "aria-label": word("close"), title: word("close") });
  panel.replaceChildren(
    close,
    make("h2", { text: word("pathTitle") }),
    endField("from", "pathA", () => showRoutes(results, actions)),
    endField("to", "pathB", () => showRoutes(results, actions)),
    make("p", { className: "faint", text: word("pathNote") }),
    viaRow(() => showRoutes(results, actions)),
    results,
  );
  showRoutes(results, actions, state.route);
  const empty = ["from", "to"].find((key) => pathChoice[key] === null);
  if (empty) {
    document.getElementById(`path-${empty}`).focus();
  }
}

function endField(key, label, changed) {
  const input = make("input", { id: `path-${key}`, type: "search", role: "combobox", "aria-expanded": "false", autocomplete: "off", maxlength: 80 });
  input.setAttribute("aria-controls", `path-${key}-hits`);
  input.value = pathChoice[key] === null ? "" : THINGS[pathChoice[key]].name;
  const list = make("ul", { id: `path-${key}-hits`, role: "listbox", className: "hits", hidden: true });
  complete(input, list, (id) => {
    pathChoice[key] = id;
    changed();
  });
  return make("div", { className: "end" }, make("label", { for: `path-${key}`, text: word(label) }), input, list);
}

function viaRow(changed) {
  const ticks = ["place", "byline", "together"].map((layer) =>
    tick(`via-${layer}`, word(layer), state.via.has(layer), (on) => {
      (on ? state.via.add(layer) : state.via.delete(layer)) || null;
      changed();
    }),
  );
  return make("fieldset", { className: "via" }, make("legend", { text: word("via") }), ...ticks);
}

// Lists the routes and draws the best, or the one that is drawn already and `kept`.
function showRoutes(results, actions, kept = []) {
  const { from, to } = pathChoice;
  results.replaceChildren();
  if (from === null || to === null) {
    return;
  }
  if (from === to) {
    results.append(make("p", { className: "faint", text: word("sameRoute") }));
    return;
  }
  const routes = findRoutes(from, to);
  if (!routes.length) {
    results.append(make("p", { className: "faint", text: word("noPath") }));
    if (state.mode === "path") {
      actions.whole();
    }
    return;
  }
  routes.forEach((route, number) => results.append(routePart(route, number, actions)));
  const walks = routes.map((route) => route.map(({ node }) => node));
  actions.showRoute(walks.find((walk) => walk.join() === kept.join()) || walks[0]);
}

function routePart(route, number, actions) {
  const title = `${word("route")} ${number + 1} · ${route.length - 1} ${word("steps")}`;
  const open = button(title, () => actions.showRoute(route.map(({ node }) => node)), { className: "route" });
  const names = make("p", { className: "triple" });
  route.forEach(({ node }, step) => names.append(step ? " → " : "", named(node, actions.go)));
  const claims = route.slice(1).map(({ edge }) => stepPart(EDGES.get(edge), actions));
  const sentences = make("details", {}, make("summary", { text: word("evidence") }), ...claims);
  sentences.open = number === 0;
  return make("section", { className: "found" }, open, names, sentences);
}

// Why one step of a route can be taken: a claim, two names in one sentence, or a name under an article.
function stepPart(edge, actions) {
  if (edge.layer === "claim" || edge.layer === "place") {
    return claimPart(CLAIMS.indexOf(speakerOf(edge)), actions);
  }
  const ends = make("p", { className: "triple" }, named(edge.from, actions.go), ` — ${termName(edge.p)} — `, named(edge.to, actions.go));
  const sentences = edge.layer === "together" ? quoteParts(TOGETHER[numberOf(edge.id)], actions) : [];
  return make("article", { className: "claim" }, ends, ...sentences);
}
