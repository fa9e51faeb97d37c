// Legend and filters: what is shown, and why something is not.
const LEGEND_SHAPES = {
  dot: "M8 2a6 6 0 1 0 .01 0z",
  square: "M3 3h10v10h-10z",
  triangle: "M8 2l6 11h-12z",
  triangleDown: "M8 14l6-11h-12z",
  diamond: "M8 1l6 7-6 7-6-7z",
  hexagon: "M5 2.5h6l3 5.5-3 5.5h-6l-3-5.5z",
  star: "M8 1l2 5h5l-4 3.300 1.500 5.200-4.500-3-4.500 3 1.500-5.200-4-3.300h5z",
};

function drawLegend(change) {
  const side = document.getElementById("filters");
  const folded = new Set([...side.querySelectorAll("details:not([open])")].map((d) => d.id));
  const opened = new Set([...side.querySelectorAll("details[open]")].map((d) => d.id));
  const scroll = side.scrollTop;
  const parts = [
    make("div", { className: "side-head" }, make("h2", { text: word("filters") }), button("×", closeFilters, { className: "close narrow", "aria-label": word("close") })),
    section("layers", layerRows(change), true),
    section("classes", classRows(change), true),
    section("relations", relationRows(change), true),
    section("dates", dateRows(change), true),
    section("page", pageRows(change), state.page >= 0 || state.article >= 0),
    section("modality", modalityRows(change), false),
    section("list", listRows(), false),
  ];
  for (const part of parts.slice(1)) {
    part.open = opened.has(part.id) || (part.open && !folded.has(part.id));
  }
  side.replaceChildren(...parts);
  side.scrollTop = scroll;
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

function tick(text, checked, toggle, count, mark = null) {
  const box = make("input", { type: "checkbox", checked, on: { change: () => toggle(box.checked) } });
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
    tick(word(layer), state.layers.has(layer), (on) => {
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
    tick(termName(name), !state.offClasses.has(name), switchSet(state.offClasses, name, change), counts.get(name), markOf(name)),
  );
  return [all, make("div", { className: "ticks" }, ...rows)];
}

function markOf(cls) {
  const shape = (BASE_NODES[THINGS.findIndex((thing) => thing.cls === cls)] || {}).shape || "dot";
  const path = drawn("path", { d: LEGEND_SHAPES[shape], fill: classColour(cls) });
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
    tick(termName(name), !state.offRelations.has(name), switchSet(state.offRelations, name, change), counts.get(name)),
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
    tick(word(name), !state.offModalities.has(name), switchSet(state.offModalities, name, change), counts.get(name)),
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
  const pages = PAGES.map((page, number) => [number, [page.date, page.paper, page.number, page.file].filter(Boolean).join(" · ")]);
  const articles = ARTICLES.map((article, number) => [number, article])
    .filter(([, article]) => state.page < 0 || article.page === state.page)
    .map(([number, article]) => [number, article.headline || word("noHeadline")]);
  return [pick("page", "page", "allPages", pages), pick("article", "article", "allArticles", articles)];
}

// Claims by month (by year where the corpus is long): a bar sets the window.
function dateRows(change) {
  const dates = CLAIMS.map(dateOfClaim);
  const dated = dates.filter(Boolean).sort();
  if (!dated.length) {
    return [make("p", { className: "faint", text: `${dates.length} ${word("undated")}` })];
  }
  const width = Number(dated[dated.length - 1].slice(0, 4)) - Number(dated[0].slice(0, 4)) > 3 ? 4 : 7;
  const bins = new Map(binsBetween(dated[0].slice(0, width), dated[dated.length - 1].slice(0, width)).map((bin) => [bin, 0]));
  for (const date of dated) {
    const bin = date.slice(0, width);
    bins.set(bin, (bins.get(bin) || 0) + 1);
  }
  const set = (from, to) => {
    [state.from, state.to] = [from, to];
    change();
  };
  const field = (key) => {
    const input = make("input", { type: "date", value: state[key].length === 10 ? state[key] : "", "aria-label": word(key), min: dated[0], max: dated[dated.length - 1] });
    input.addEventListener("change", () => set(key === "from" ? input.value : state.from, key === "to" ? input.value : state.to));
    return make("label", {}, make("span", { text: word(key) }), input);
  };
  const undated = dates.length - dated.length;
  return [
    histogram([...bins].sort(), set),
    make("div", { className: "window" }, field("from"), field("to")),
    state.from || state.to ? button(`${word("all")} (${state.from || "…"} – ${state.to || "…"})`, () => set("", "")) : null,
    undated ? make("p", { className: "faint", text: `${undated} ${word("undated")}` }) : null,
  ].filter(Boolean);
}

// Every year ("2019") or month ("2019-03") from the first to the last.
function binsBetween(first, last) {
  const bins = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    if (first.length === 4) {
      bins.push(String(year));
    } else {
      for (let month = 1; month <= 12; month += 1) {
        bins.push(`${year}-${String(month).padStart(2, "0")}`);
      }
    }
  }
  return bins.filter((bin) => bin >= first && bin <= last);
}

function histogram(bins, set) {
  const most = Math.max(...bins.map(([, count]) => count));
  const row = make("div", { className: "histogram" });
  for (const [bin, count] of bins.slice(-120)) {
    const inside = (!state.from || bin >= state.from.slice(0, bin.length)) && (!state.to || bin <= state.to.slice(0, bin.length));
    const bar = make("span", { className: "bar-fill" });
    bar.style.height = count ? `${Math.max(6, Math.round((count / most) * 100))}%` : "0";
    const press = make("button", { type: "button", className: inside ? "bin" : "bin out", title: `${bin}: ${count}`, "aria-label": `${bin}: ${count}` }, bar);
    press.addEventListener("click", () => set(bin, bin));
    row.append(press);
  }
  const ends = make("p", { className: "ends" }, make("span", { text: bins[0][0] }), make("span", { text: bins.length > 1 ? bins[bins.length - 1][0] : "" }));
  return make("div", {}, row, ends);
}

function listRows() {
  const ids = [...scene.shown.keys()].filter((id) => !isCommunity(id));
  ids.sort((a, b) => scene.shown.get(b).weight - scene.shown.get(a).weight);
  return [longList(ids, (id) => named(id, showThing), 20)];
}
