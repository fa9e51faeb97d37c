// What the reader has chosen. All of it stands in the address, so that a link or the back button restores it.
const LAYERS = ["together", "place", "byline", "mention", "lone"];
const MODALITIES = ["stated", "planned", "proposed", "denied", "ended"];

// A part of a graph where nothing is claimed opens with the names alone, since it would be empty without them.
const SOMETHING_CLAIMED = CLAIMS.some(({ edge }) => !EDGES.has(edge) || EDGES.get(edge).layer === "claim");

function freshState() {
  return {
    lang: DATA.settings.lang === "en" ? "en" : "zh",
    theme: window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
    mode: "all",
    centre: null,
    depth: 1,
    route: [],
    node: null,
    edge: null,
    sought: "",
    layers: new Set(SOMETHING_CLAIMED ? [] : ["lone"]),
    offClasses: new Set(),
    offRelations: new Set(),
    offModalities: new Set(),
    confidence: 0,
    page: -1,
    article: -1,
    dated: "published",
    from: "",
    to: "",
    via: new Set(),
    newest: false,
    step: -1,
    tab: "",
    pick: -1,
    colour: "class",
    anything: false,
    hidden: new Set(),
    grown: new Set(),
    pinned: new Set(),
    open: new Set(),
  };
}

const state = freshState();

const SETS = { off: "offClasses", offr: "offRelations", offm: "offModalities", layers: "layers", via: "via" };
const THING_SETS = { hide: "hidden", grown: "grown", pin: "pinned" };

function commonStart(iris) {
  if (!iris.length) {
    return "";
  }
  const cut = iris[0].lastIndexOf("/") + 1;
  const start = iris[0].slice(0, cut);
  return iris.every((iri) => iri.startsWith(start)) ? start : "";
}

const IRI_START = commonStart(THINGS.map((thing) => thing.iri));

function nodeKey(id) {
  return typeof id === "number" ? THINGS[id].iri.slice(IRI_START.length) : `:${id}`;
}

function nodeOfKey(key) {
  if (key.startsWith(":")) {
    const list = { a: ARTICLES, c: COMMUNITIES }[key[1]];
    return list && list[Number(key.slice(2))] ? key.slice(1) : null;
  }
  const found = thingByIri.get(IRI_START + key);
  return found === undefined ? null : found;
}

function writeAddress() {
  const parts = new URLSearchParams();
  parts.set("lang", state.lang);
  parts.set("theme", state.theme);
  if (state.node !== null) {
    parts.set("node", nodeKey(state.node));
  }
  if (state.edge !== null) {
    parts.set("edge", String(state.edge));
  }
  if (state.sought) {
    parts.set("word", state.sought);
  }
  if (state.mode !== "all") {
    parts.set("mode", state.mode);
  }
  if (state.mode === "ego" && state.centre !== null) {
    parts.set("centre", nodeKey(state.centre));
    parts.set("depth", String(state.depth));
  }
  if (state.route.length) {
    parts.set("route", state.route.map(nodeKey).join(" "));
  }
  for (const [key, field] of Object.entries(SETS)) {
    if (state[field].size) {
      parts.set(key, [...state[field]].sort().join(" "));
    }
  }
  for (const [key, field] of Object.entries(THING_SETS)) {
    if (state[field].size) {
      parts.set(key, [...state[field]].map(nodeKey).sort().join(" "));
    }
  }
  for (const key of ["from", "to"]) {
    if (state[key]) {
      parts.set(key, state[key]);
    }
  }
  for (const key of ["page", "article"]) {
    if (state[key] >= 0) {
      parts.set(key, String(state[key]));
    }
  }
  if (state.dated === "event") {
    parts.set("dated", "event");
  }
  if (state.step >= 0) {
    parts.set("step", String(state.step));
  }
  if (state.tab) {
    parts.set("tab", state.tab);
  }
  if (state.pick >= 0) {
    parts.set("pick", String(state.pick));
  }
  if (state.anything) {
    parts.set("anything", "yes");
  }
  if (state.colour === "group") {
    parts.set("colour", "group");
  }
  if (state.newest) {
    parts.set("order", "newest");
  }
  if (state.confidence) {
    parts.set("conf", String(state.confidence));
  }
  if (state.open.size) {
    parts.set("open", [...state.open].sort((a, b) => a - b).join(" "));
  }
  // A page inside another one (srcdoc) has no address of its own.
  if (location.protocol !== "about:") {
    history.replaceState(null, "", `#${parts}`);
  }
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const list = (key) => (parts.get(key) || "").split(" ").filter(Boolean);
  const nodes = (key) => list(key).map(nodeOfKey).filter((id) => id !== null);
  const whole = (key, limit) => {
    const number = Number(parts.get(key) ?? -1);
    return Number.isInteger(number) && number >= 0 && number < limit ? number : -1;
  };
  const fresh = freshState();
  Object.assign(state, fresh);
  state.lang = { zh: "zh", en: "en" }[parts.get("lang")] || fresh.lang;
  state.theme = { light: "light", dark: "dark" }[parts.get("theme")] || fresh.theme;
  state.node = nodes("node")[0] ?? null;
  state.edge = edgeOfKey(parts.get("edge"));
  state.sought = (parts.get("word") || "").slice(0, 80);
  state.centre = nodes("centre")[0] ?? null;
  state.depth = Math.min(5, Math.max(1, Number(parts.get("depth")) || 1));
  state.route = nodes("route");
  const mode = parts.get("mode");
  state.mode = (mode === "ego" && state.centre !== null) || (mode === "path" && state.route.length) ? mode : "all";
  for (const [key, field] of Object.entries(SETS)) {
    state[field] = parts.has(key) ? new Set(list(key)) : fresh[field];
  }
  for (const [key, field] of Object.entries(THING_SETS)) {
    state[field] = new Set(nodes(key));
  }
  for (const key of ["from", "to"]) {
    state[key] = /^\d{4}(-\d\d){0,2}$/.test(parts.get(key) || "") ? parts.get(key) : "";
  }
  state.dated = parts.get("dated") === "event" ? "event" : "published";
  state.step = whole("step", (DATA.story || []).length);
  state.tab = Object.keys(TABS).find((tab) => tab === parts.get("tab") && TABS[tab].length) || "";
  state.pick = state.tab ? whole("pick", TABS[state.tab].length) : -1;
  state.anything = parts.get("anything") === "yes";
  state.colour = parts.get("colour") === "group" ? "group" : "class";
  state.newest = parts.get("order") === "newest";
  state.page = whole("page", PAGES.length);
  state.article = whole("article", ARTICLES.length);
  state.confidence = Math.min(1, Math.max(0, Number(parts.get("conf")) || 0));
  state.open = new Set(list("open").map(Number).filter((number) => COMMUNITIES[number]));
  if (!location.hash && DATA.settings.centre >= 0) {
    state.node = DATA.settings.centre;
  }
  if (!location.hash && DATA.story) {
    Object.assign(state, { step: 0, node: null });
  }
}

function edgeOfKey(key) {
  if (!key) {
    return null;
  }
  const id = /^\d+$/.test(key) ? Number(key) : key;
  return EDGES.has(id) ? id : null;
}
