// Search with completion: first by names, aliases, pinyin, initials and short forms, then by what is told of things.
const MOST_HITS = 12;

const foldedNames = THINGS.map(() => null);

function namesOf(id) {
  foldedNames[id] ??= [THINGS[id].name, ...(THINGS[id].aliases || [])].map((name) => name.toLowerCase());
  return foldedNames[id];
}

// The hits for a text, those by name first, and how many more there are; one that is told of has its reason.
function searchThings(text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) {
    return { hits: [], more: 0 };
  }
  const named = [];
  THINGS.forEach((_, id) => {
    const score = matchScore(id, wanted);
    if (score) {
      named.push({ id, score: score * 1000 + Math.min(999, edgesOfThing[id].length), reason: null });
    }
  });
  named.sort((a, b) => b.score - a.score || a.id - b.id);
  const told = searchTold(wanted, new Set(named.map(({ id }) => id)));
  const hits = [...named.slice(0, MOST_HITS), ...told.slice(0, MOST_HITS)];
  return { hits, more: named.length + told.length - hits.length };
}

function matchScore(id, wanted) {
  const names = namesOf(id);
  const { keys = [], code } = THINGS[id];
  if (names.includes(wanted)) {
    return 8;
  }
  if (keys.includes(wanted) || code === wanted) {
    return 7;
  }
  if (names.some((name) => name.startsWith(wanted))) {
    return 6;
  }
  if (names.some((name) => name.includes(wanted))) {
    return 5;
  }
  if (keys.some((key) => key.startsWith(wanted))) {
    return 4;
  }
  if (wanted.length > 1 && keys.some((key) => key.includes(wanted))) {
    return 3;
  }
  return names.some((name) => isShortFor(wanted, name)) ? 2 : keys.length && wanted.length > 2 && isShortFor(wanted, keys[0]) ? 1 : 0;
}

// Whether a text is a name with letters left out, as short forms are: 经信局 for 经济和信息化局. Its first or last letter stays.
function isShortFor(wanted, name) {
  const [some, all] = [[...wanted], [...name]];
  return some.length > 1 && (some[0] === all[0] || some.at(-1) === all.at(-1)) && placesIn(some, all).length === some.length;
}

// Where some letters stand among those of a name, in their order.
function placesIn(some, all) {
  const places = [];
  all.forEach((letter, at) => {
    if (letter === some[places.length]) {
      places.push(at);
    }
  });
  return places;
}

// Makes an input into a combobox over the things; `choose` gets the chosen one's id, and the word where it was told of.
function complete(input, list, choose) {
  let hits = [];
  let active = -1;
  const rows = () => [...list.querySelectorAll("[role=option]")];
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = ({ id, reason }) => {
    const sought = reason ? input.value.trim() : "";
    input.value = THINGS[id].name;
    close();
    choose(id, sought);
  };
  const mark = (number) => {
    active = (number + hits.length) % hits.length;
    rows().forEach((row, index) => row.setAttribute("aria-selected", String(index === active)));
    input.setAttribute("aria-activedescendant", rows()[active].id);
    rows()[active].scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    const found = searchThings(input.value);
    hits = found.hits;
    const note = (key, text = word(key)) => make("li", { className: "nothing", role: "presentation", text });
    const parts = hits.map((hit, number) => hitRow(`${list.id}-${number}`, hit, input.value, () => take(hit)));
    const told = hits.findIndex(({ reason }) => reason);
    if (told >= 0) {
      parts.splice(told, 0, note("foundTold"));
    }
    if (found.more) {
      parts.push(note("", state.lang === "en" ? `${found.more} more; type on to narrow it down` : `另有 ${found.more} 个，多输几个字可缩小范围`));
    }
    list.replaceChildren(...parts, ...(hits.length ? [] : [note("nothingFound"), ...(DATA.settings.of ? [note("", partText())] : [])]));
    list.hidden = !input.value.trim();
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    active = -1;
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => input.value.trim() && show());
  input.addEventListener("blur", () => setTimeout(() => document.activeElement !== input && close(), 150));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
    } else if (hits.length && !list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      mark(event.key === "ArrowDown" ? active + 1 : Math.max(active, 0) - 1);
    } else if (event.key === "Enter" && hits.length && !event.isComposing) {
      event.preventDefault();
      take(hits[Math.max(active, 0)]);
    }
  });
}

function hitRow(rowId, { id, reason }, typed, choose) {
  const thing = THINGS[id];
  const wanted = typed.trim().toLowerCase();
  const includes = (name) => name.toLowerCase().includes(wanted);
  const alias = includes(thing.name) ? "" : (thing.aliases || []).find(includes) || "";
  const dot = make("span", { className: "dot", "aria-hidden": "true" });
  dot.style.backgroundColor = classColour(thing.cls);
  const name = reason || alias ? [thing.name] : markedLetters(thing.name, wanted);
  const row = make("li", { id: rowId, role: "option", "aria-selected": "false" }, dot, make("bdi", {}, ...name));
  row.append(make("small", { text: [alias, termName(thing.cls)].filter(Boolean).join(" · ") }));
  if (reason) {
    row.append(reasonPart(reason, wanted));
  }
  row.addEventListener("mousedown", (event) => {
    event.preventDefault();
    choose();
  });
  return row;
}

// A name with what was typed of it marked, a short form letter by letter.
function markedLetters(name, wanted) {
  const lower = name.toLowerCase();
  if (lower.includes(wanted) || !isShortFor(wanted, lower)) {
    return marked(name, wanted);
  }
  const places = new Set(placesIn([...wanted], [...lower]));
  return [...name].map((letter, at) => (places.has(at) ? make("mark", { text: letter }) : letter));
}
