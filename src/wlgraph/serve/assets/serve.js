"use strict";

const setup = JSON.parse(document.getElementById("setup").textContent);
const ENDPOINT = `${location.origin}/sparql`;
let language = localStorage.getItem("wlgraph-language") || (navigator.language.startsWith("zh") ? "zh" : "en");
let theme = localStorage.getItem("wlgraph-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

function speak() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-zh]")) element.textContent = element.dataset[language];
  document.getElementById("language").textContent = language === "zh" ? "English" : "中文";
  const list = document.getElementById("questions");
  const chosen = list.value;
  list.replaceChildren(...setup.queries.map((query) => new Option(query[language], query.name)));
  if (chosen) list.value = chosen;
  about(list.value);
  shade();
  reword(document, language);
}

function about(name) {
  const query = setup.queries.find((q) => q.name === name);
  document.getElementById("note").textContent = query ? query[`note-${language}`] : "";
}

function shade() {
  document.documentElement.dataset.theme = theme;
  const other = { zh: { light: "深色", dark: "浅色" }, en: { light: "Dark", dark: "Light" } };
  document.getElementById("theme").textContent = other[language][theme];
}

function complete(kind) {
  return {
    name: `ontology-${kind}`,
    bulk: true,
    autoShow: false,
    get: () => Promise.resolve(setup.completions[kind]),
    isValidCompletionPosition: (yasqe) => Yasgui.Yasqe.Autocompleters[kind].isValidCompletionPosition(yasqe),
    preProcessToken: (yasqe, token) => Yasgui.Yasqe.Autocompleters[kind].preProcessToken(yasqe, token),
    postProcessSuggestion: (yasqe, token, text) => Yasgui.Yasqe.Autocompleters[kind].postProcessSuggestion(yasqe, token, text),
  };
}

function open(name) {
  about(name);
  const old = Object.values(yasgui._tabs).find((tab) => tab.getName() === name);
  if (old) {
    yasgui.selectTabId(old.getId());
    return;
  }
  const { sparql } = setup.queries.find((query) => query.name === name);
  const tab = yasgui.addTab(true, { name, yasqe: { value: sparql } });
  tab.getYasqe().query().catch(() => {}); // The error stands where the rows would.
}

for (const kind of ["class", "property"]) Yasgui.Yasqe.registerAutocompleter(complete(kind));
Yasgui.Yasqe.defaults.autocompleters = ["prefixes", "variables", "ontology-class", "ontology-property"];
Yasgui.Yasqe.defaults.prefixCcApi = "";
const shared = location.hash.length > 1; // The editor opens a shared query and empties the hash.
const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint: ENDPOINT },
  copyEndpointOnNewTab: false,
  persistenceId: null,
  endpointCatalogueOptions: { getData: () => [{ endpoint: ENDPOINT }] },
});

document.getElementById("endpoint").textContent = ENDPOINT;
speak();
yasgui.on("tabSelect", (_, id) => {
  const name = yasgui.getTab(id)?.getName();
  document.getElementById("questions").value = setup.queries.some((query) => query.name === name) ? name : "";
  about(name);
});
new MutationObserver(() => reword(document, language)).observe(yasgui.rootEl, { childList: true, subtree: true });
document.getElementById("questions").addEventListener("change", (event) => open(event.target.value));
document.getElementById("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("wlgraph-language", language);
  speak();
});
document.getElementById("theme").addEventListener("click", () => {
  theme = theme === "dark" ? "light" : "dark";
  localStorage.setItem("wlgraph-theme", theme);
  shade();
});
if (!shared) {
  const empty = yasgui.getTab();
  open(setup.queries[0].name);
  empty.close();
}
