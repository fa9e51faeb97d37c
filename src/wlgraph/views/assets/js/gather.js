// What a filter leaves of the picture, when that is a small part, is drawn anew: each island by itself, side by side, so that
// they are seen together and near enough to read.
const GATHERED = 200;
const SMALL_PART = 0.6;
const ISLAND_GAP = 90;
const PAIR_LENGTH = 130;

const LINKED = THINGS.filter((_, id) => claimDegree(id)).length;

// Whether filters have left so little that it can be gathered.
function isNarrowed({ nodes }) {
  return state.mode === "all" && nodes.size <= GATHERED && nodes.size < SMALL_PART * LINKED && ![...nodes].some(isCommunity);
}

// The nodes that edges join, each group apart, the largest first.
function islandsOf(nodes, edges) {
  const beside = new Map([...nodes].map((id) => [id, []]));
  for (const { from, to } of edges) {
    beside.get(from)?.push(to);
    beside.get(to)?.push(from);
  }
  const islands = [];
  const reached = new Set();
  for (const start of beside.keys()) {
    const island = [];
    const rim = reached.has(start) ? [] : [start];
    reached.add(start);
    while (rim.length) {
      const id = rim.pop();
      island.push(id);
      const next = beside.get(id).filter((other) => beside.has(other) && !reached.has(other));
      next.forEach((other) => reached.add(other));
      rim.push(...new Set(next));
    }
    if (island.length) {
      islands.push(island);
    }
  }
  return islands.sort((a, b) => b.length - a.length);
}

function gather({ nodes, edges }) {
  const boxes = islandsOf(nodes, edges).map((ids) => {
    drawIsland(ids, edges);
    return boxOf(ids);
  });
  shelve(boxes);
}

// An island, its longer side along the screen's longer side.
function drawIsland(ids, edges) {
  if (ids.length > 2) {
    arrange(ids, edges);
  } else {
    ids.forEach((id, number) => spots.set(id, { x: number * PAIR_LENGTH, y: 0 }));
  }
  const { width, height } = boxOf(ids);
  if (height > width !== isPortrait()) {
    ids.forEach((id) => spots.set(id, { x: spots.get(id).y, y: spots.get(id).x }));
  }
}

function boxOf(ids) {
  const places = ids.map((id) => spots.get(id));
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
  return { ids, left, top, width: right - left + 1.6 * ISLAND_GAP, height: bottom - top + ISLAND_GAP };
}

// Boxes side by side in rows, each row in its middle, all together of the screen's shape.
function shelve(boxes) {
  const stage = document.getElementById("stage").getBoundingClientRect();
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const longest = Math.max(Math.sqrt((area * stage.width) / stage.height), ...boxes.map(({ width }) => width));
  const rows = [];
  for (const box of boxes.sort((a, b) => b.height - a.height)) {
    const row = rows.find(({ width }) => width + box.width <= longest) || rows[rows.push({ boxes: [], width: 0 }) - 1];
    row.boxes.push(box);
    row.width += box.width;
  }
  let y = 0;
  for (const row of rows) {
    const height = Math.max(...row.boxes.map((box) => box.height));
    let x = -row.width / 2;
    for (const box of row.boxes) {
      moveBox(box, x - box.left, y + (height - box.height) / 2 - box.top);
      x += box.width;
    }
    y += height;
  }
}

function moveBox({ ids }, across, down) {
  for (const id of ids) {
    const { x, y } = spots.get(id);
    spots.set(id, { x: x + across, y: y + down });
  }
}
