// Save what is in the picture, folded groups and all: as a picture, as a table of claims, as data.
function save(blob, extension) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `wlgraph-view.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function exportPicture() {
  const canvas = document.querySelector("#canvas canvas");
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext("2d");
  context.fillStyle = ground().ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => save(blob, "png"));
}

function shownClaims() {
  return scene.told.filter(({ layer }) => layer === "claim" || layer === "place").flatMap(passingClaims);
}

// A cell that a spreadsheet would take for a formula is led by an apostrophe.
function cell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

const COLUMNS = [
  ["主语", "主语类别", "关系", "宾语", "宾语类别", "语气", "职务", "年份", "说话人", "可信度", "原句", "标题", "日期", "版面"],
  ["subject", "subject class", "relation", "object", "object class", "modality", "role", "year", "said by", "confidence", "sentence", "headline", "date", "page"],
];

function tableText() {
  const head = COLUMNS[state.lang === "en" ? 1 : 0];
  const rows = shownClaims().map((number) => {
    const claim = CLAIMS[number];
    const article = articleOfRow(claim);
    const quote = claim.quotes ? QUOTES[claim.quotes[0]].text : "";
    const by = typeof claim.by === "number" ? THINGS[claim.by].name : claim.by;
    const [s, o] = [THINGS[claim.s], THINGS[claim.o]];
    const source = article ? [article.headline, dateText(article), (pageOf(article) || {}).file] : ["", "", ""];
    return [s.name, termName(s.cls), termName(claim.p), o.name, termName(o.cls), standingWord(claim) || word("stated"), claim.role, claim.year, by, claim.confidence ?? 1, quote, ...source];
  });
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function exportTable() {
  save(new Blob([tableText()], { type: "text/csv;charset=utf-8" }), "csv");
}

function viewData() {
  const things = [...new Set([...scene.shown.keys(), ...scene.told.flatMap(({ from, to }) => [from, to])])].filter((id) => typeof id === "number");
  return {
    nodes: things.map((id) => ({ iri: THINGS[id].iri, name: THINGS[id].name, class: THINGS[id].cls, aliases: THINGS[id].aliases || [] })),
    claims: shownClaims().map((number) => {
      const { s, p, o, edge, by, quotes = [], ...rest } = CLAIMS[number];
      const sentences = quotes.map((index) => {
        const article = articleOfRow({ quotes: [index] });
        return { quote: QUOTES[index].text, spans: QUOTES[index].spans, article: article && article.iri, page: (pageOf(article) || {}).file };
      });
      const saidBy = typeof by === "number" ? THINGS[by].iri : by;
      return { subject: THINGS[s].iri, predicate: p, object: THINGS[o].iri, saidBy, ...rest, sentences };
    }),
  };
}

function exportData() {
  save(new Blob([JSON.stringify(viewData(), null, 1)], { type: "application/json" }), "json");
}
