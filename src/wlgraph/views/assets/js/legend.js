// Legend and filters: what is shown, and why something is not.
function drawLegend(change) {
  const side = document.getElementById("filters");
  const folded = new Set([...side.querySelectorAll("details:not([open])")].map((d) => d.id));
  const opened = new Set([...side.querySelectorAll("details[open]")].map((d) => d.id));
  const scroll = side.scrollTop;
  const focused = side.contains(document.activeElement) ? document.activeElement.id : "";
  const parts = [
    make("div", { className: "side-head" }, make("h2", { text: word("filters") }), button("×", closeFilters, { className: "close narrow", "aria-label": word("close") })),
    section("dates", dateRows(change), true),
    section("page", pageRows(change), true),
    section("classes", classRows(change), true),
    section("relations", relationRows(change), true),
    section("layers", layerRows(change), true),
    section("modality", modalityRows(change), false),
    section("list", listRows(), false),
  ];
  for (const part of parts.slice(1)) {
    part.open = opened.has(part.id) || (part.open && !folded.has(part.id));
  }
  side.replaceChildren(...parts);
  side.scrollTop = scroll;
  if (focused) {
    document.getElementById(focused)?.focus();
  }
}

function closeFilters() {
  document.body.classList.remove("with-filters");
  document.getElementById("filters-button").setAttribute("aria-expanded", "false");
}

function section(key, rows, open) {
  const part = make("details", { id: `part-${key}` }, make("summary", { text: word(key) }), ...rows);
  part.open = open;
  return part;
}

function tick(id, text, checked, toggle, count, mark = null) {
  const box = make("input", { type: "checkbox", id: `tick-${id}`, checked, on: { change: () => toggle(box.checked) } });
  const tail = count === undefined ? null : make("span", { className: "count", text: String(count) });
  return make("label", { className: "tick" }, box, mark, make("span", { text }), tail);
}

function switchSet(set, key, change) {
  return (on) => {
    (on ? set.delete(key) : set.add(key)) || null;
    change();
  };
}

function layerRows(change) {
  const counts = new Map();
  for (const { layer } of EDGES.values()) {
    counts.set(layer, (counts.get(layer) || 0) + 1);
  }
  return LAYERS.filter((layer) => (layer === "lone" ? !COMMUNITIES.length : counts.get(layer))).map((layer) =>
    tick(layer, word(layer), state.layers.has(layer), (on) => {
      if (on) {
        state.layers.add(layer);
      } else {
        state.layers.delete(layer);
      }
      change();
    }, counts.get(layer)),
  );
}

function classRows(change) {
  const counts = new Map();
  for (const { cls } of THINGS) {
    counts.set(cls, (counts.get(cls) || 0) + 1);
  }
  const names = Object.keys(CLASS_COLOURS).filter((name) => counts.has(name));
  const all = allOrNone(names, state.offClasses, change);
  const rows = names.map((name) =>
    tick(name, termName(name), !state.offClasses.has(name), switchSet(state.offClasses, name, change), counts.get(name), markOf(name)),
  );
  const colour = GROUPS.length ? colourTick("legend", actions) : null;
  return [colour, all, make("div", { className: "ticks" }, ...rows)].filter(Boolean);
}

function markOf(cls) {
  const shape = (BASE_NODES[THINGS.findIndex((thing) => thing.cls === cls)] || {}).shape || "dot";
  const path = drawn("path", { d: DATA.outlines[shape], fill: state.colour === "group" ? ground().faint : classColour(cls) });
  return drawn("svg", { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" }, path);
}

function relationRows(change) {
  const counts = new Map();
  for (const edge of EDGES.values()) {
    if (edge.layer === "claim" || edge.layer === "place") {
      counts.set(edge.p, (counts.get(edge.p) || 0) + 1);
    }
  }
  const names = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const rows = names.map((name) =>
    tick(name, termName(name), !state.offRelations.has(name), switchSet(state.offRelations, name, change), counts.get(name)),
  );
  return [allOrNone(names, state.offRelations, change), make("div", { className: "ticks" }, ...rows)];
}

function allOrNone(names, off, change) {
  const all = button(word("all"), () => {
    off.clear();
    change();
  });
  const none = button(word("none"), () => {
    names.forEach((name) => off.add(name));
    change();
  });
  return make("p", { className: "pair" }, all, none);
}

function modalityRows(change) {
  const counts = new Map();
  for (const { modality = "stated" } of CLAIMS) {
    counts.set(modality, (counts.get(modality) || 0) + 1);
  }
  const rows = MODALITIES.filter((name) => counts.has(name)).map((name) =>
    tick(name, word(name), !state.offModalities.has(name), switchSet(state.offModalities, name, change), counts.get(name), lineMark(name)),
  );
  const shown = make("output", { text: `${Math.round(state.confidence * 100)}%` });
  const slider = make("input", { type: "range", min: 0, max: 1, step: 0.05, value: String(state.confidence) });
  slider.addEventListener("change", () => {
    state.confidence = Number(slider.value);
    change();
  });
  return [...rows, make("label", { className: "slider" }, make("span", { text: word("certainty") }), slider, shown)];
}

function pageRows(change) {
  const pick = (key, label, first, rows) => {
    const select = make("select", { "aria-label": word(label) }, make("option", { value: "-1", text: word(first) }));
    select.append(...rows.map(([number, text]) => make("option", { value: String(number), text })));
    select.value = String(state[key]);
    select.addEventListener("change", () => {
      state[key] = Number(select.value);
      if (key === "page") {
        state.article = -1;
      }
      change(true);
    });
    return select;
  };
  const pages = PAGES.map((page, number) => [number, [pageDay(page), page.paper, page.number, page.file].filter(Boolean).join(" · ")]);
  const articles = ARTICLES.map((article, number) => [number, article])
    .filter(([, article]) => state.page < 0 || article.page === state.page)
    .map(([number, article]) => [number, article.headline || word("noHeadline")]);
  return [pick("page", "page", "allPages", pages), pick("article", "article", "allArticles", articles)];
}

function listRows() {
  const ids = [...scene.shown.keys()].filter((id) => !isCommunity(id));
  ids.sort((a, b) => scene.shown.get(b).weight - scene.shown.get(a).weight);
  return [longList(ids, (id) => named(id, showThing), 20)];
}
