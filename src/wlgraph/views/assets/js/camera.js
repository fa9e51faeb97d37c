// What part of the picture is on the screen: always within what the panel and the story leave free.

// The part of the canvas that the panel leaves free, in pixels.
function freeArea() {
  const stage = document.getElementById("stage").getBoundingClientRect();
  const panel = document.getElementById("panel");
  const area = { width: stage.width, height: stage.height };
  if (!panel.hidden) {
    const box = panel.getBoundingClientRect();
    if (box.width < stage.width * 0.8) {
      area.width = Math.max(120, box.left - stage.left);
    } else {
      area.height = Math.max(120, box.top - stage.top);
    }
  }
  const card = document.getElementById("story");
  if (!card.hidden) {
    area.height = Math.max(120, Math.min(area.height, card.offsetTop));
  }
  return { ...area, offset: { x: (area.width - stage.width) / 2, y: (area.height - stage.height) / 2 } };
}

function motion(duration) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return still ? false : { duration, easingFunction: "easeInOutQuad" };
}

// Shows some nodes whole, with room for their labels. Where that needs a small scale, nodes are painted larger.
function fitNodes(ids, animate) {
  const places = ids.map((id) => spots.get(id));
  if (!places.length) {
    return;
  }
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
  const { width, height, offset } = freeArea();
  const room = { x: Math.max(80, width - (width < 600 ? 50 : 130)), y: Math.max(80, height - 90) };
  const scale = Math.min(1.3, room.x / (right - left + 40), room.y / (bottom - top + 40));
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
  scene.network.moveTo({ position, scale, offset, animation: animate ? motion(380) : false });
  scene.whole = false;
  if (!animate) {
    enlarge(scale);
  }
  return scale;
}

function fitScene(animate) {
  const scale = fitNodes([...scene.shown.keys()], animate);
  if (scale) {
    scene.fitScale = scale;
    scene.whole = true;
    enlarge(scale);
  }
}

// From afar nodes and lines are painted larger, in steps, so that they stay visible.
function enlarge(scale) {
  const boost = [2, 1.6, 1.25, 1].find((step) => scale * step <= 0.55) || 1;
  if (boost !== scene.boost) {
    scene.boost = boost;
    redrawScene();
  }
}

// Shows a node with all that it touches, near enough to read.
function flyAround(id, animate = true) {
  if (scene.shown.has(id)) {
    const near = [...(scene.lit || [id])].filter((other) => scene.shown.has(other) && !isCommunity(other));
    fitNodes(near.length > 1 && near.length < 80 ? near : [id], animate);
  }
}

// After the panel or the window has changed: whoever saw the whole picture sees it whole in what is left.
function fitAgain(animate = true) {
  if (scene.whole) {
    fitScene(animate);
  }
}

const MARGIN = { side: 40, top: 50, bottom: 40 };

// Brings a node with all that it touches out from under the panel, by no more than that takes; the node alone where the
// reader has come so near that the others do not fit.
function reveal(id) {
  if (!scene.shown.has(id)) {
    fitAgain();
    return;
  }
  const { whole } = scene;
  const lit = [...(scene.lit || [id])].filter((other) => scene.shown.has(other));
  const shift = shiftOf(lit);
  if (freeArea().width < 600 || (whole && !shift)) {
    fitNodes(lit, true);
  } else {
    shiftBy(shift || shiftOf([id]));
  }
  scene.whole = whole;
}

// How far the picture has to move, in pixels, for some nodes to stand in the free area; null where they do not fit.
function shiftOf(ids) {
  const { width, height } = freeArea();
  const places = ids.map((id) => scene.network.canvasToDOM(spots.get(id)));
  const across = shiftInto(places.map(({ x }) => x), MARGIN.side, width - MARGIN.side);
  const down = shiftInto(places.map(({ y }) => y), MARGIN.top, height - MARGIN.bottom);
  return across === null || down === null ? null : { across, down };
}

function shiftBy({ across, down }) {
  if (across || down) {
    const scale = scene.network.getScale();
    const { x, y } = scene.network.getViewPosition();
    scene.network.moveTo({ position: { x: x - across / scale, y: y - down / scale }, scale, animation: motion(300) });
  }
}

// How far numbers have to move to lie between two bounds; null where they lie too far apart.
function shiftInto(numbers, least, most) {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (high - low > most - least) {
    return null;
  }
  return low < least ? least - low : high > most ? most - high : 0;
}
