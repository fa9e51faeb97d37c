// Where a sentence stands, in words, and the citation that a reader can paste.
function dateText(article) {
  const page = pageOf(article);
  return pageDay({ date: article.date || (page && page.date), source: page && page.source });
}

// A day of publication in words; one that was inferred is only about right.
function pageDay({ date, source }) {
  return date ? (source === "inferred" ? word("about") : "") + date : "";
}

function sourceText(article) {
  const page = pageOf(article);
  const place = page ? [page.paper, page.number ? (state.lang === "en" ? `page ${page.number}` : `第${page.number}版`) : "", page.file] : [];
  return [dateText(article), ...place].filter(Boolean).join(" · ");
}

function citation(quote) {
  const article = quote.article >= 0 ? ARTICLES[quote.article] : null;
  const page = pageOf(article);
  const spans = (quote.spans || []).map(([start, end]) => `${start}–${end}`).join(", ");
  if (!article) {
    return `“${quote.text}”`;
  }
  const paper = page ? `《${page.paper || page.file}》` : "";
  const number = page && page.number ? `第${page.number}版` : "";
  const place = page ? `${page.file}${spans ? ` [${spans}]` : ""}` : spans;
  return `“${quote.text}” ——${[article.headline || "", paper, dateText(article), number, place].filter(Boolean).join("，")}`;
}

// That the graph has more things than the page, which then holds the best linked ones.
function partText() {
  const { of } = DATA.settings;
  if (!of) {
    return "";
  }
  return state.lang === "en" ? `Only ${THINGS.length} of ${of} names; 'wlgraph view --focus NAME' shows others` : `只含全部 ${of} 个名称中联系最多的 ${THINGS.length} 个，其余请用 wlgraph view --focus 名称`;
}

// Which papers and days the picture is made from.
function corpusText() {
  const papers = [...new Set(PAGES.map(({ paper }) => paper).filter(Boolean))];
  const dated = PAGES.filter(({ date }) => date).sort((a, b) => (a.date < b.date ? -1 : 1));
  const span = dated.length ? [...new Set([dated[0], dated[dated.length - 1]].map(pageDay))].join(" – ") : "";
  const counts = state.lang === "en" ? `${PAGES.length} pages, ${ARTICLES.length} articles` : `${PAGES.length} 个版面，${ARTICLES.length} 篇报道`;
  return [partText(), papers.slice(0, 2).join("、") + (papers.length > 2 ? "…" : ""), span, PAGES.length ? counts : ""].filter(Boolean).join(" · ");
}

async function copyText(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  button.textContent = word("copied");
  setTimeout(() => {
    button.textContent = word("cite");
  }, 1500);
}
