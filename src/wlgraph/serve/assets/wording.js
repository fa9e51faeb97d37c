"use strict";

/* The editor's own labels, which it knows in English alone. */
const WORDS = [
  ["Table", "表格"],
  ["Response", "原始结果"],
  ["Simple view", "简洁"],
  ["Ellipse", "截短长文"],
  ["Page size: ", "每页 "],
  ["All", "全部"],
  ["Filter query results", "筛选结果"],
  ["Run query", "运行查询"],
  ["Download result", "下载结果"],
  ["No data available in table", "没有结果"],
  ["No matching records found", "没有匹配的结果"],
];
const COUNTED = [
  [/^(\d+) results? in ([\d.]+) seconds$/, /^(\d+) 条结果，用时 ([\d.]+) 秒$/, "$1 results in $2 seconds", "$1 条结果，用时 $2 秒"],
  [/^Response in ([\d.]+) seconds$/, /^用时 ([\d.]+) 秒$/, "Response in $1 seconds", "用时 $1 秒"],
  [/^Showing ([\d,]+) to ([\d,]+) of ([\d,]+) entr(?:y|ies)$/, /^第 ([\d,]+)–([\d,]+) 条，共 ([\d,]+) 条$/, "Showing $1 to $2 of $3 entries", "第 $1–$2 条，共 $3 条"],
];
const PLACES = ".yasr_header *, .dt-info, .dataTables_info, .dt-empty";

function said(words, language) {
  const [from, to] = language === "zh" ? [0, 1] : [1, 0];
  const known = WORDS.find((pair) => pair[from].trim() === words.trim());
  if (known) return known[to];
  const counted = COUNTED.find((row) => row[from].test(words));
  return counted ? words.replace(counted[from], counted[to + 2]) : words;
}

/** Put the labels under ``root`` into a language ("zh" or "en"); what is not known stays. */
function reword(root, language) {
  for (const element of root.querySelectorAll(PLACES)) {
    for (const name of ["placeholder", "aria-label", "title"]) {
      const words = element.getAttribute(name);
      if (words && said(words, language) !== words) element.setAttribute(name, said(words, language));
    }
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const words = said(node.data, language);
      if (words !== node.data) node.data = words;
    }
  }
}
