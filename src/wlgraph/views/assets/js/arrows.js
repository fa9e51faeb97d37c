// Arrowheads of straight edges, those on the screen alone: the network library paints all of them, with shadows and
// saved states, which takes more time than all the rest of the picture.
const ARROW = { length: 8, half: 3.2, gap: 2 };

function paintArrows(context) {
  const stage = document.getElementById("canvas");
  const [low, high] = [{ x: 0, y: 0 }, { x: stage.clientWidth, y: stage.clientHeight }].map((spot) => scene.network.DOMtoCanvas(spot));
  context.save();
  for (const { from, to, colour } of scene.arrows) {
    const [start, end] = [spots.get(from), spots.get(to)];
    if (end.x < low.x - 40 || end.y < low.y - 40 || end.x > high.x + 40 || end.y > high.y + 40) {
      continue;
    }
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const distance = Math.hypot(dx, dy);
    const reach = scene.shown.get(to).size + ARROW.gap;
    if (distance > reach + ARROW.length) {
      context.fillStyle = colour;
      paintHead(context, { x: end.x, y: end.y, ux: dx / distance, uy: dy / distance, reach });
    }
  }
  context.restore();
}

function paintHead(context, { x, y, ux, uy, reach }) {
  const grown = Math.sqrt(scene.boost);
  const [length, half] = [ARROW.length * grown, ARROW.half * grown];
  const [tipX, tipY] = [x - ux * reach, y - uy * reach];
  const [baseX, baseY] = [tipX - ux * length, tipY - uy * length];
  context.beginPath();
  context.moveTo(tipX, tipY);
  context.lineTo(baseX - uy * half, baseY + ux * half);
  context.lineTo(baseX + uy * half, baseY - ux * half);
  context.fill();
}
