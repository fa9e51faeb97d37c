// Search with completion over names, aliases, pinyin and pinyin initials.
const MOST_HITS = 12;

function searchThings(text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) {
    return [];
  }
  const hits = [];
  THINGS.forEach((thing, id) => {
    const score = matchScore(thing, wanted);
    if (score) {
      hits.push({ id, score: score * 1000 + Math.min(999, edgesOfThing[id].length) });
    }
  });
  return hits.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, MOST_HITS).map(({ id }) => id);
}

function matchScore(thing, wanted) {
  const names = [thing.name, ...(thing.aliases || [])].map((name) => name.toLowerCase());
  const keys = thing.keys || [];
  if (names.includes(wanted)) {
    return 6;
  }
  if (keys.includes(wanted) || thing.code === wanted) {
    return 5;
  }
  if (names.some((name) => name.startsWith(wanted))) {
    return 4;
  }
  if (names.some((name) => name.includes(wanted))) {
    return 3;
  }
  return keys.some((key) => key.startsWith(wanted)) ? 2 : keys.some((key) => wanted.length > 1 && key.includes(wanted)) ? 1 : 0;
}

// Makes an input into a combobox over the things; `choose` gets the chosen one's id.
function complete(input, list, choose) {
  let hits = [];
  let active = -1;
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (id) => {
    input.value = THINGS[id].name;
    close();
    choose(id);
  };
  const mark = (number) => {
    active = (number + hits.length) % hits.length;
    [...list.children].forEach((row, index) => row.setAttribute("aria-selected", String(index === active)));
    input.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    hits = searchThings(input.value);
    list.replaceChildren(...hits.map((id, number) => hitRow(`${list.id}-${number}`, id, input.value, () => take(id))));
    if (!hits.length && input.value.trim()) {
      list.append(make("li", { className: "nothing", text: word("nothingFound") }));
    }
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    active = -1;
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => input.value.trim() && show());
  input.addEventListener("blur", () => setTimeout(close, 150));
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

function hitRow(rowId, id, typed, choose) {
  const thing = THINGS[id];
  const wanted = typed.trim().toLowerCase();
  const alias = thing.name.toLowerCase().includes(wanted) ? "" : (thing.aliases || []).find((name) => name.toLowerCase().includes(wanted)) || "";
  const dot = make("span", { className: "dot", "aria-hidden": "true" });
  dot.style.backgroundColor = classColour(thing.cls);
  const row = make("li", { id: rowId, role: "option", "aria-selected": "false" }, dot, make("bdi", { text: thing.name }));
  row.append(make("small", { text: [alias, termName(thing.cls)].filter(Boolean).join(" · ") }));
  row.addEventListener("mousedown", (event) => {
    event.preventDefault();
    choose();
  });
  return row;
}
