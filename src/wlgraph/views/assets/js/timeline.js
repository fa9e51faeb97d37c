// The timeline page: a span of time to choose, the moments within it, and figures over time beside them.
const FIRST_MOMENTS = 60;

function byId(id) {
  return document.getElementById(id);
}

function chooseThing(id, sought = "") {
  Object.assign(state, { node: id, sought });
  byId("search").value = "";
  refresh();
  window.scrollTo(0, 0);
}

function refresh() {
  drawChrome();
  const moments = momentsOf();
  drawSpan(moments);
  drawChosen();
  const within = moments.filter(({ date }) => datePasses(date));
  drawMoments(within);
  drawSeries();
  writeAddress();
}

function drawChrome() {
  document.documentElement.lang = state.lang === "en" ? "en" : "zh-CN";
  document.documentElement.dataset.theme = state.theme;
  document.title = byId("title").textContent = DATA.settings.titles[state.lang === "en" ? 1 : 0];
  byId("corpus").textContent = `${word("timeline")} · ${corpusText()}`;
  byId("reset-button").textContent = word("reset");
  byId("lang-button").textContent = word("otherLanguage");
  byId("theme-button").textContent = word(state.theme === "dark" ? "light" : "dark");
  byId("search").placeholder = word("search");
  byId("search").setAttribute("aria-label", word("search"));
}

function drawChosen() {
  if (state.node === null) {
    byId("chosen").replaceChildren();
    return;
  }
  const clear = button("×", () => chooseThing(null), { "aria-label": word("close"), title: word("close") });
  byId("chosen").replaceChildren(make("span", { className: "chip" }, make("bdi", { text: nameOf(state.node) }), make("small", { className: "faint", text: termName(THINGS[state.node].cls) }), clear));
}

function drawSpan(moments) {
  const focused = document.activeElement ? document.activeElement.id : "";
  const set = (from, to) => {
    [state.from, state.to] = [from, to];
    refresh();
  };
  const keys = make("p", { className: "keys faint" }, ...["event", "link", "point", "planned", "doubt"].map((key) => make("span", { className: `key ${key}`, text: word(KEY_WORDS[key]) })));
  const order = button(word(state.newest ? "newest" : "oldest"), () => {
    state.newest = !state.newest;
    refresh();
  }, { id: "order" });
  const dates = moments.map(({ date }) => date);
  const picker = dates.length ? windowPicker({ dates, from: state.from, to: state.to, set }) : make("p", { className: "faint", text: word("emptyView") });
  byId("span").replaceChildren(picker, datedChoice(refresh), order, countText(moments), keys);
  if (focused) {
    byId(focused)?.focus();
  }
}

const KEY_WORDS = { event: "events", link: "relations", point: "figures", planned: "targets", doubt: "noFact" };

function countText(moments) {
  const inside = moments.filter(({ date }) => datePasses(date)).length;
  return make("p", { className: "faint", role: "status", text: state.lang === "en" ? `${inside} of ${moments.length} sentences` : `${inside} 句（共 ${moments.length} 句）` });
}

// Moments by year and day; the rest comes as the reader asks for it.
function drawMoments(moments) {
  const ordered = state.newest ? [...moments].reverse() : moments;
  const place = byId("moments");
  place.replaceChildren();
  let [year, day, shown] = ["", null, 0];
  const more = button("", () => add());
  const add = () => {
    for (const moment of ordered.slice(shown, shown + FIRST_MOMENTS)) {
      if (moment.date.slice(0, 4) !== year) {
        year = moment.date.slice(0, 4);
        place.append(make("h2", { className: "year", text: year }));
        day = null;
      }
      if (!day || day.dataset.date !== moment.date) {
        day = make("section", { className: "day", "data-date": moment.date }, make("time", { datetime: moment.date, text: dayText(moment) }), make("div", {}));
        place.append(day);
      }
      day.lastElementChild.append(momentPart(moment, chooseThing));
    }
    shown = Math.min(ordered.length, shown + FIRST_MOMENTS);
    more.textContent = `${word("moreRows")} ${ordered.length - shown}`;
    more.hidden = shown >= ordered.length;
    place.append(more);
  };
  more.className = "more-moments";
  add();
}

// A day in words; an inferred date of publication is only about right.
function dayText({ date, quote }) {
  const article = articleOfRow({ quotes: [quote] });
  const page = pageOf(article);
  const inferred = page && page.source === "inferred" && date === article.date;
  const [, month, day] = date.split("-");
  const text = state.lang === "en" ? [month, day].filter(Boolean).join("-") || date : `${month ? `${Number(month)}月` : "年内"}${day ? `${Number(day)}日` : ""}`;
  return (inferred ? word("about") : "") + text;
}

// Charts of what has figures for two periods or more; where one name is chosen, its tables too.
function drawSeries() {
  const chosen = FIGURES.filter((figure) => concerns(figure, "figures") && datePasses(dateOfRow(figure)));
  const parts = [];
  const byThing = new Map();
  for (const figure of chosen) {
    byThing.set(figure.thing, [...(byThing.get(figure.thing) || []), figure]);
  }
  const ranked = [...byThing].map(([id, figures]) => [id, figures, seriesOf(figures)]).sort((a, b) => b[2].length - a[2].length || b[1].length - a[1].length);
  for (const [id, figures, series] of ranked.slice(0, 8)) {
    const [actual, planned] = [figures.filter((figure) => !isPlanned(figure)), figures.filter(isPlanned)];
    const part = make("section", {}, make("h3", {}, named(id, chooseThing)), ...series.slice(0, 6).map(chartOf));
    part.append(...(actual.length ? figureTable(actual, { go: null }) : []));
    part.append(...(planned.length ? [make("h4", { text: word("targets") }), ...figureTable(planned, { go: null })] : []));
    parts.push(part);
  }
  const old = byId("series").querySelector("details");
  const open = old ? old.open : window.innerWidth > 960;
  byId("series").replaceChildren(...(parts.length ? [make("details", { open }, make("summary", { text: word("overTime") }), ...parts)] : []));
}

function listen() {
  complete(byId("search"), byId("hits"), chooseThing);
  byId("reset-button").addEventListener("click", () => {
    const { lang, theme } = state;
    Object.assign(state, freshState(), { lang, theme });
    refresh();
  });
  byId("lang-button").addEventListener("click", () => {
    state.lang = state.lang === "en" ? "zh" : "en";
    refresh();
  });
  byId("theme-button").addEventListener("click", () => {
    state.theme = state.theme === "dark" ? "light" : "dark";
    refresh();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches(TYPED_INTO);
    if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("search").focus();
    } else if (event.key === "Escape" && !typing && state.node !== null) {
      chooseThing(null);
    }
  });
  printLight();
  window.addEventListener("hashchange", () => {
    readAddress();
    refresh();
  });
}

// For tests and for whoever scripts the page.
window.wlgraphView = { state: () => ({ ...state }), moments: momentsOf, choose: chooseThing };

readAddress();
listen();
refresh();
document.documentElement.dataset.ready = "yes";
