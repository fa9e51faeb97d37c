// The search field of the dossiers' index.
const MOST_ENTRIES = 30;
const { entries, nothing } = JSON.parse(document.getElementById("data").textContent);

function rank(names, wanted) {
  const lower = names.map((name) => name.toLowerCase());
  if (lower.includes(wanted)) {
    return 3;
  }
  return lower.some((name) => name.startsWith(wanted)) ? 2 : lower.some((name) => name.includes(wanted)) ? 1 : 0;
}

function rowOf([name, kind, file]) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  const label = document.createElement("span");
  link.href = `dossiers/${file}`;
  link.textContent = name;
  label.className = "label";
  label.textContent = ` ${kind}`;
  row.append(link, label);
  return row;
}

document.getElementById("search").addEventListener("input", ({ target }) => {
  const wanted = target.value.trim().toLowerCase();
  const found = wanted ? entries.map((entry) => [rank(entry[3], wanted), entry]).filter(([score]) => score) : [];
  found.sort((a, b) => b[0] - a[0]);
  const list = document.getElementById("hits");
  list.replaceChildren(...found.slice(0, MOST_ENTRIES).map(([, entry]) => rowOf(entry)));
  if (wanted && !found.length) {
    list.textContent = nothing;
  }
  document.getElementById("groups").hidden = Boolean(wanted);
});
