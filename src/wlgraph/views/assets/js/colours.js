// Colours of the classes, legible on both grounds, and of everything else that is painted on the canvas.
const CLASS_COLOURS = DATA.colours;

const GROUNDS = {
  light: { ground: "#fbfaf7", ink: "#23262b", faint: "#8d929b", edge: "#a3aab6", dim: "#e4e4e0", strong: "#4d5a70", accent: "#b4371c" },
  dark: { ground: "#15181d", ink: "#e9eaec", faint: "#868d99", edge: "#5d6675", dim: "#2a2f37", strong: "#b7c2d6", accent: "#ff9a76" },
};

function ground() {
  return GROUNDS[state.theme];
}

function classColour(cls) {
  return CLASS_COLOURS[cls] || "#888888";
}
