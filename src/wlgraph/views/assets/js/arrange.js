// Where things stand. Positions come with the page; small parts (a neighbourhood, newcomers) are arranged here.
const spots = new Map();

function isPortrait() {
  const box = document.getElementById("stage").getBoundingClientRect();
  return box.height > box.width;
}

// On an upright screen the picture is laid on its side; on any screen it is drawn out to fill that.
function settle() {
  const upright = isPortrait();
  const turned = HOMES.map(({ x, y }) => (upright ? { x: y, y: x } : { x, y }));
  const [wider, higher] = stretchOf(turned);
  const place = ({ x, y }) => ({ x: x * wider, y: y * higher });
  const turn = ({ x, y }) => place(upright ? { x: y, y: x } : { x, y });
  spots.clear();
  turned.forEach((spot, id) => spots.set(id, place(spot)));
  COMMUNITIES.forEach((community, number) => spots.set(`c${number}`, turn(communityHome(community))));
  ARTICLES.forEach((article, number) => {
    const named = (article.mentions || []).filter((id) => edgesOfThing[id].some((e) => EDGES.get(e).layer === "claim"));
    const beside = spots.get(named[0] ?? (article.mentions || article.reporters || [])[0]) || { x: 0, y: 0 };
    spots.set(`a${number}`, { x: beside.x + 24 + (number % 3) * 12, y: beside.y + 34 + (number % 4) * 8 });
  });
}

const MOST_STRETCH = 1.7;

// How much wider or higher the picture of all linked things becomes so that it fills the screen.
function stretchOf(places) {
  const linked = places.filter((_, id) => edgesOfThing[id].some((edge) => EDGES.get(edge).layer === "claim"));
  const box = document.getElementById("stage").getBoundingClientRect();
  if (linked.length < 3 || !box.width) {
    return [1, 1];
  }
  const extent = (axis) => linked.reduce(([low, high], spot) => [Math.min(low, spot[axis]), Math.max(high, spot[axis])], [Infinity, -Infinity]);
  const [[left, right], [top, bottom]] = [extent("x"), extent("y")];
  const ratio = box.width / box.height / ((right - left + 80) / (bottom - top + 80));
  return [Math.min(MOST_STRETCH, Math.max(1, ratio)), Math.min(MOST_STRETCH, Math.max(1, 1 / ratio))];
}

// The group of all small parts fills a wide disc at the rim; folded, it stands at that disc's inner edge.
function communityHome({ label, x, y, radius }) {
  const inward = label ? 1 : Math.max(0, 1 - (0.85 * radius) / (Math.hypot(x, y) || 1));
  return { x: x * inward, y: y * inward };
}

// A force-directed arrangement (Fruchterman and Reingold, 1991) of a small part; `fixed` ones stay.
function arrange(nodes, edges, fixed = new Set(), length = 110) {
  const ids = [...nodes];
  const count = ids.length;
  if (count > 400) {
    return;
  }
  const place = new Map(ids.map((id, number) => [id, number]));
  const x = ids.map((id) => spots.get(id).x);
  const y = ids.map((id) => spots.get(id).y);
  const links = edges
    .filter((edge) => place.has(edge.from) && place.has(edge.to) && edge.from !== edge.to)
    .map((edge) => [place.get(edge.from), place.get(edge.to)]);
  const rounds = count > 150 ? 120 : 260;
  for (let round = 0; round < rounds; round += 1) {
    const heat = length * 0.6 * (1 - round / rounds) + 1;
    const fx = new Float64Array(count);
    const fy = new Float64Array(count);
    for (let i = 0; i < count; i += 1) {
      for (let j = i + 1; j < count; j += 1) {
        const dx = x[i] - x[j] || (i - j) * 0.01;
        const dy = y[i] - y[j] || 0.01;
        const push = (length * length) / Math.max(dx * dx + dy * dy, 25);
        fx[i] += dx * push;
        fy[i] += dy * push;
        fx[j] -= dx * push;
        fy[j] -= dy * push;
      }
    }
    for (const [i, j] of links) {
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const pull = Math.hypot(dx, dy) / length;
      fx[i] -= dx * pull;
      fy[i] -= dy * pull;
      fx[j] += dx * pull;
      fy[j] += dy * pull;
    }
    for (let i = 0; i < count; i += 1) {
      if (!fixed.has(ids[i])) {
        const size = Math.hypot(fx[i], fy[i]) || 1;
        x[i] += (fx[i] / size) * Math.min(size, heat);
        y[i] += (fy[i] / size) * Math.min(size, heat) * 0.8;
      }
    }
  }
  ids.forEach((id, number) => spots.set(id, { x: x[number], y: y[number] }));
}

// A route runs in rows, to and fro like a ploughed field, so that its labels have room.
function layRoute(route) {
  const inRow = isPortrait() ? 2 : 5;
  route.forEach((id, number) => {
    const row = Math.floor(number / inRow);
    const step = row % 2 ? inRow - 1 - (number % inRow) : number % inRow;
    spots.set(id, { x: step * 200, y: row * 120 + (step % 2 ? 36 : 0) });
  });
}

// Newcomers stand in a ring around the one that they came with, on the side away from the crowd.
function seat(newcomers, anchor) {
  const centre = spots.get(anchor);
  newcomers.forEach((id, number) => {
    const angle = (number * 2 * Math.PI) / Math.max(newcomers.length, 5);
    const radius = 90 + 14 * Math.floor(number / 12) + newcomers.length * 2;
    spots.set(id, { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
  });
}
