// Labels are painted in screen pixels over the network: never below 12 px, never one on another.
const FIRST_LABELS = 60;
const MOST_LABELS = 400;
const LABEL_FONT = '13px system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';
const RELATION_FONT = LABEL_FONT.replace("13px", "12px");
const LABEL_HEIGHT = 18;
const LONGEST_LABEL = 14;

const widths = new Map();
let paintedLabels = [];

function shortened(text, longest = LONGEST_LABEL) {
  const letters = [...text.replace(/[\u0000-\u001f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "")];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : letters.join("");
}

function widthOf(context, text, font) {
  const key = font + text;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}

function allowedLabels(scale) {
  const zoomed = scale / (scene.fitScale || scale);
  const narrow = document.getElementById("canvas").clientWidth < 600;
  const first = narrow ? FIRST_LABELS / 2 : FIRST_LABELS;
  return zoomed < 1.15 ? first : Math.min(MOST_LABELS, Math.round(first * zoomed * zoomed));
}

// The best linked of each island: a pair without any name says nothing. None of very many.
function headsOfIslands() {
  const islands = islandsOf(scene.shown.keys(), scene.edges);
  const better = (one, two) => (scene.shown.get(two).weight > scene.shown.get(one).weight ? two : one);
  return islands.length > FIRST_LABELS ? new Set() : new Set(islands.map((ids) => ids.reduce(better)));
}

// Candidates in the order of their claim to a label: the chosen, those next to it, the best linked, one of each
// island, then the others.
function labelOrder() {
  const key = `${state.node} ${scene.hovered}`;
  if (scene.order.key === key && scene.order.shown === scene.shown && scene.order.lit === scene.lit) {
    return scene.order.list;
  }
  const order = [];
  const heads = headsOfIslands();
  for (const node of scene.shown.values()) {
    let rank = node.weight;
    if (node.id === state.node || node.id === scene.hovered) {
      rank += 1e9;
    } else if (scene.lit && scene.lit.has(node.id)) {
      rank += 1e6;
    } else if (isCommunity(node.id)) {
      rank += 1e3;
    }
    order.push({ node, rank });
  }
  order.sort((a, b) => b.rank - a.rank || (String(a.node.id) < String(b.node.id) ? -1 : 1));
  const rest = order.splice(FIRST_LABELS / 3);
  order.push(...rest.filter(({ node }) => heads.has(node.id)), ...rest.filter(({ node }) => !heads.has(node.id)));
  scene.order = { key, shown: scene.shown, lit: scene.lit, list: order };
  return order;
}

function paintLabels(context) {
  const canvas = document.querySelector("#canvas canvas");
  const ratio = canvas.width / canvas.clientWidth;
  const scale = scene.network.getScale();
  const taken = new Boxes();
  paintedLabels = [];
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const limit = allowedLabels(scale);
  const frame = freeArea();
  const bodies = bodiesOf(scale, frame);
  furniture().forEach((box) => taken.add(box));
  let tried = 0;
  for (const { node } of labelOrder()) {
    const chosen = node.id === state.node || node.id === scene.hovered;
    const spot = scene.network.canvasToDOM(spots.get(node.id));
    if ((scene.lit && !scene.lit.has(node.id) && !chosen) || !isNear(spot, frame)) {
      continue;
    }
    tried += 1;
    if (paintedLabels.length >= limit || tried > 4 * limit) {
      break;
    }
    const longest = isCommunity(node.id) || chosen ? 24 : frame.width < 600 ? 10 : LONGEST_LABEL;
    const text = shortened(nameOf(node.id), longest);
    const width = widthOf(context, text, LABEL_FONT) + 6;
    const places = boxesAround(spot, node.size * scale, width, frame).filter((box) => !taken.meets(box));
    const must = chosen || scene.lit || paintedLabels.length < FIRST_LABELS / 3;
    const box = places.find((place) => !bodies.meets(place)) || (must ? places[0] : null);
    if (box) {
      taken.add(box);
      paintedLabels.push({ id: node.id, text, px: 13, ...box });
      paintText(context, text, box, LABEL_FONT, ground().ink, chosen);
    }
  }
  paintRelations(context, taken, bodies, { frame, limit });
  context.restore();
}

// What stands on the canvas already: the status line, the hint and the buttons.
function furniture() {
  return ["status", "hint", "zoom", "story"]
    .map((id) => document.getElementById(id))
    .filter((element) => element.offsetWidth)
    .map(({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) => ({ x: offsetLeft, y: offsetTop, width: offsetWidth, height: offsetHeight }));
}

// Boxes by the squares of a grid that they touch, so that few have to be asked.
class Boxes {
  constructor() {
    this.squares = new Map();
  }

  *keysOf({ x, y, width, height }) {
    for (let column = Math.floor(x / 64); column <= Math.floor((x + width) / 64); column += 1) {
      for (let row = Math.floor(y / 64); row <= Math.floor((y + height) / 64); row += 1) {
        yield column * 4096 + row;
      }
    }
  }

  add(box) {
    for (const key of this.keysOf(box)) {
      if (!this.squares.has(key)) {
        this.squares.set(key, []);
      }
      this.squares.get(key).push(box);
    }
  }

  meets(box) {
    for (const key of this.keysOf(box)) {
      if ((this.squares.get(key) || []).some((other) => meet(box, other))) {
        return true;
      }
    }
    return false;
  }
}

// The places that a label may take: below its node, above it, right, left.
function boxesAround(spot, radius, width, frame) {
  const gap = radius + 2;
  const corners = [
    [spot.x - width / 2, spot.y + gap],
    [spot.x - width / 2, spot.y - gap - LABEL_HEIGHT],
    [spot.x + gap, spot.y - LABEL_HEIGHT / 2],
    [spot.x - gap - width, spot.y - LABEL_HEIGHT / 2],
  ];
  return corners.map(([x, y]) => ({ x, y, width, height: LABEL_HEIGHT })).filter((box) => isInside(box, frame));
}

function isInside(box, frame) {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= frame.width && box.y + box.height <= frame.height;
}

function isNear({ x, y }, { width, height }) {
  return x > -60 && y > -60 && x < width + 60 && y < height + 60;
}

// What labels had better not cover: the bodies of the nodes on the screen.
function bodiesOf(scale, frame) {
  const bodies = new Boxes();
  for (const node of scene.shown.values()) {
    const spot = scene.network.canvasToDOM(spots.get(node.id));
    if (isNear(spot, frame)) {
      const radius = node.size * scale * 0.8;
      bodies.add({ x: spot.x - radius, y: spot.y - radius, width: 2 * radius, height: 2 * radius });
    }
  }
  return bodies;
}

function meet(one, two) {
  return (
    one.x < two.x + two.width && two.x < one.x + one.width && one.y < two.y + two.height && two.y < one.y + one.height
  );
}

// The name of the relation under the pointer, and of others where few enough edges are in question to be read.
function paintRelations(context, taken, bodies, { frame, limit }) {
  const lit = scene.litEdges || (scene.edges.length <= 45 && state.mode !== "all" ? scene.edges : []);
  const pointed = scene.edges.filter(({ id }) => id === scene.hoveredEdge);
  for (const edge of [...pointed, ...lit.slice(0, 60)]) {
    const asked = edge.id === scene.hoveredEdge;
    if (paintedLabels.length >= limit && !asked) {
      return;
    }
    const [a, b] = [edge.from, edge.to].map((id) => scene.network.canvasToDOM(spots.get(id)));
    const text = relationText(speakerOf(edge));
    const width = widthOf(context, text, RELATION_FONT) + 4;
    const spot = { x: (a.x + b.x) / 2 - width / 2, y: (a.y + b.y) / 2 - LABEL_HEIGHT / 2 };
    const box = { ...spot, width, height: LABEL_HEIGHT };
    const long = Math.hypot(a.x - b.x, a.y - b.y) > width;
    if (text && isInside(box, frame) && (asked || (long && !taken.meets(box) && !bodies.meets(box)))) {
      taken.add(box);
      paintedLabels.push({ id: edge.id, text, px: 12, ...box });
      paintText(context, text, box, RELATION_FONT, asked ? ground().ink : ground().faint, false);
    }
  }
}

function paintText(context, text, box, font, colour, bold) {
  context.font = bold ? `bold ${font}` : font;
  context.strokeStyle = ground().ground;
  context.lineWidth = 4;
  context.strokeText(text, box.x + box.width / 2, box.y + box.height / 2);
  context.fillStyle = colour;
  context.fillText(text, box.x + box.width / 2, box.y + box.height / 2, box.width);
}
