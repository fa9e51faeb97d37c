// Colours of the classes, legible on both grounds, and of everything else that is painted on the canvas.
const CLASS_COLOURS = {
  Person: "#e58a4e",
  Official: "#cf5228",
  Organization: "#7d95b8",
  Company: "#3d7cc9",
  PublicBody: "#4a5fa5",
  ResearchBody: "#4aa5d8",
  Place: "#58a868",
  AdministrativeArea: "#2f7d45",
  Town: "#4c9f5c",
  Village: "#86bd6a",
  IndustrialPark: "#8fa23c",
  Infrastructure: "#9aa889",
  Programme: "#9a6fc4",
  Policy: "#7a50ac",
  Campaign: "#a765c9",
  Recognition: "#c79a1e",
  Platform: "#8579d9",
  FinanceProduct: "#b48ad0",
  Project: "#a0703a",
  Industry: "#1d9a97",
  Product: "#d0588f",
  Event: "#7d8590",
  Article: "#b9b4a6",
};

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
