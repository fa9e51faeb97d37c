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

// The largest groups have a colour of their own; all others share the faint one.
const GROUP_COLOURS = ["#3d7cc9", "#cf5228", "#4c9f5c", "#9a6fc4", "#c79a1e", "#1d9a97", "#d0588f", "#a0703a", "#8fa23c", "#6f7fd8"];

function groupColour(number) {
  return GROUP_COLOURS[number] || ground().faint;
}

// The colour of a node: that of its class, or of its group where the reader wants so.
function nodeColour(id) {
  if (isCommunity(id)) {
    return state.colour === "group" ? groupColour(communityGroup(numberOf(id))) : classColour(communityClass(numberOf(id)));
  }
  if (isArticle(id)) {
    return classColour("Article");
  }
  return state.colour === "group" ? groupColour(groupOfThing.get(id)) : classColour(THINGS[id].cls);
}
