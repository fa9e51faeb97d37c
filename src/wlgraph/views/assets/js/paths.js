// Short routes between two things along claims. Containment of places, bylines and co-mentions lead on only where the
// reader lets them, and passing through a thing with many relations costs more, so that a route says something.
const ROUTES = 3;

function findRoutes(from, to) {
  const penalties = new Map();
  const found = new Map();
  for (let attempt = 0; attempt < ROUTES * 3 && found.size < ROUTES; attempt += 1) {
    const route = cheapestRoute(from, to, penalties);
    if (!route) {
      break;
    }
    const key = route.map(({ node }) => node).join(" ");
    if (!found.has(key)) {
      found.set(key, route);
    }
    for (const { edge } of route) {
      if (edge !== null) {
        penalties.set(edge, (penalties.get(edge) || 1) * 2.5);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.length - b.length);
}

// Dijkstra over a binary heap; a route is a list of { node, edge that led there }.
function cheapestRoute(from, to, penalties) {
  const cost = new Map([[from, 0]]);
  const cameBy = new Map();
  const heap = new Heap();
  heap.push(0, from);
  while (heap.size) {
    const [reached, node] = heap.pop();
    if (node === to) {
      return traceRoute(from, to, cameBy);
    }
    if (reached > cost.get(node)) {
      continue;
    }
    const hub = node === from ? 0 : 0.35 * Math.log2(1 + edgesAt(node).length);
    for (const id of edgesAt(node)) {
      const edge = EDGES.get(id);
      if (!leadsOn(edge)) {
        continue;
      }
      const next = otherEnd(edge, node);
      const total = reached + hub + (penalties.get(id) || 1);
      if (!cost.has(next) || total < cost.get(next)) {
        cost.set(next, total);
        cameBy.set(next, { node, edge: id });
        heap.push(total, next);
      }
    }
  }
  return null;
}

function leadsOn(edge) {
  if (state.offRelations.has(edge.p)) {
    return false;
  }
  if (edge.layer === "claim" || (edge.layer === "place" && state.via.has("place"))) {
    return passingClaims(edge).some((number) => !(STANDINGS[standingOf(CLAIMS[number])] || {}).warns);
  }
  return edge.layer !== "place" && state.via.has(edge.layer);
}

function traceRoute(from, to, cameBy) {
  const route = [];
  for (let node = to; node !== from; node = cameBy.get(node).node) {
    route.unshift({ node, edge: cameBy.get(node).edge });
  }
  return [{ node: from, edge: null }, ...route];
}

class Heap {
  constructor() {
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  push(key, value) {
    const { items } = this;
    let at = items.push([key, value]) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent][0] <= items[at][0]) {
        break;
      }
      [items[parent], items[at]] = [items[at], items[parent]];
      at = parent;
    }
  }

  pop() {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (items.length) {
      items[0] = last;
      let at = 0;
      for (;;) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < items.length && items[child][0] < items[least][0]) {
            least = child;
          }
        }
        if (least === at) {
          break;
        }
        [items[least], items[at]] = [items[at], items[least]];
        at = least;
      }
    }
    return top;
  }
}
