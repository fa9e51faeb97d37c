// A histogram over time with a window that is dragged whole or by its ends, with the mouse, a finger or the keys.
const MOST_BINS = 96;

// Every day, month or year from the first to the last date: the finest grain that leaves few enough bars.
function binsOf(dates) {
  const sorted = dates.filter(Boolean).sort();
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const width = [10, 7, 4].find((grain) => grain === 4 || stepsBetween(first, last, grain) <= (grain === 10 ? 62 : MOST_BINS));
  const bins = new Map(binNames(first.slice(0, width), last.slice(0, width), width).map((name) => [name, 0]));
  for (const date of sorted) {
    const name = date.slice(0, width);
    if (bins.has(name)) {
      bins.set(name, bins.get(name) + 1);
    }
  }
  return { width, names: [...bins.keys()], counts: [...bins.values()] };
}

function stepsBetween(first, last, grain) {
  const [one, two] = [first, last].map((date) => dayOf(date));
  return (two - one) / 86400000 / (grain === 10 ? 1 : 30.4);
}

function dayOf(date) {
  const [year, month = "1", day = "1"] = date.split("-");
  return Date.UTC(Number(year), Number(month) - 1, Number(day));
}

function binNames(first, last, width) {
  const names = [];
  const day = new Date(dayOf(first));
  for (let name = first; name <= last && names.length < 4000; name = day.toISOString().slice(0, width)) {
    names.push(name);
    if (width === 10) {
      day.setUTCDate(day.getUTCDate() + 1);
    } else if (width === 7) {
      day.setUTCMonth(day.getUTCMonth() + 1);
    } else {
      day.setUTCFullYear(day.getUTCFullYear() + 1);
    }
  }
  return names;
}

// `set` gets the first and the last bin of the window, or two empty strings where all is inside.
function windowPicker({ dates, from, to, set }) {
  const { names, counts } = binsOf(dates);
  const last = names.length - 1;
  const place = (date, otherwise) => {
    const found = date ? names.findIndex((name) => name.slice(0, date.length) >= date.slice(0, name.length)) : -1;
    return found < 0 ? otherwise : found;
  };
  let [low, high] = [place(from, 0), to ? Math.max(place(from, 0), names.findLastIndex((name) => name.slice(0, to.length) <= to.slice(0, name.length))) : last];
  const text = make("output", { className: "window-text" });
  const bars = counts.map((count, number) => bar(count, Math.max(...counts), names[number]));
  const pane = make("div", { className: "pane" });
  const handle = (key) => make("button", { type: "button", className: `handle ${key}`, id: `window-${key}`, role: "slider", "aria-label": word(key), "aria-valuemin": 0, "aria-valuemax": last });
  const [start, end] = [handle("from"), handle("to")];
  const box = make("div", { className: "histogram" }, ...bars, pane, start, end);
  const paint = () => {
    const share = (number) => `${(number * 100) / names.length}%`;
    start.style.left = pane.style.left = share(low);
    end.style.left = share(high + 1);
    pane.style.width = share(high + 1 - low);
    bars.forEach((element, number) => element.classList.toggle("out", number < low || number > high));
    text.textContent = names[low] === names[high] ? names[low] : `${names[low]} – ${names[high]}`;
    [[start, low], [end, high]].forEach(([element, number]) => {
      element.setAttribute("aria-valuenow", number);
      element.setAttribute("aria-valuetext", names[number]);
    });
  };
  const move = (key, by, [lowest, highest]) => {
    if (key === "from") {
      low = Math.min(Math.max(0, lowest + by), high);
    } else if (key === "to") {
      high = Math.max(Math.min(last, highest + by), low);
    } else {
      const shift = Math.min(Math.max(by, -lowest), last - highest);
      [low, high] = [lowest + shift, highest + shift];
    }
    paint();
  };
  const commit = () => (low === 0 && high === last ? set("", "") : set(names[low], names[high]));
  draggable(box, start, "from", () => [low, high], move, commit, names.length);
  draggable(box, end, "to", () => [low, high], move, commit, names.length);
  draggable(box, pane, "whole", () => [low, high], move, commit, names.length);
  box.addEventListener("click", (event) => {
    const number = bars.indexOf(event.target.closest(".bin"));
    if (number >= 0) {
      [low, high] = [number, number];
      paint();
      commit();
    }
  });
  paint();
  return make("div", { className: "dates" }, box, text);
}

function bar(count, most, name) {
  const fill = make("span", { className: "bar-fill" });
  fill.style.height = count ? `${Math.max(6, Math.round((count / most) * 100))}%` : "0";
  return make("span", { className: "bin", title: `${name}: ${count}` }, fill);
}

function draggable(box, element, key, held, move, commit, count) {
  element.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    const [from, before] = [event.clientX, held()];
    const width = box.getBoundingClientRect().width / count;
    let moved = false;
    const follow = ({ clientX }) => {
      moved = moved || Math.abs(clientX - from) > 3;
      move(key, Math.round((clientX - from) / width), before);
    };
    const release = ({ clientX }) => {
      element.removeEventListener("pointermove", follow);
      if (moved) {
        commit();
      } else if (key === "whole") {
        const number = Math.min(count - 1, Math.max(0, Math.floor((clientX - box.getBoundingClientRect().left) / width)));
        move("from", number - held()[0], held());
        move("to", number - held()[1], held());
        commit();
      }
    };
    element.addEventListener("pointermove", follow);
    element.addEventListener("pointerup", release, { once: true });
  });
  element.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -count, End: count }[event.key];
    if (by) {
      event.preventDefault();
      move(key, by, held());
      commit();
    }
  });
}

// Whether dates are those of the article or those of what it tells.
function datedChoice(change) {
  const options = ["published", "event"].map((value) => make("option", { value, text: word(value) }));
  const select = make("select", { id: "dated", "aria-label": word("dates") }, ...options);
  select.value = state.dated;
  select.addEventListener("change", () => {
    Object.assign(state, { dated: select.value, from: "", to: "" });
    change();
  });
  return select;
}

// The part of the filters that is about time.
function dateRows(change) {
  const dates = CLAIMS.map(dateOfRow);
  const dated = dates.filter(Boolean);
  const undated = dates.length - dated.length;
  const set = (from, to) => {
    [state.from, state.to] = [from, to];
    change();
  };
  return [
    datedChoice(change),
    dated.length ? windowPicker({ dates: dated, from: state.from, to: state.to, set }) : null,
    state.from || state.to ? button(word("allDates"), () => set("", ""), { className: "small" }) : null,
    undated ? make("p", { className: "faint", text: `${undated} ${word("undated")}` }) : null,
  ].filter(Boolean);
}
