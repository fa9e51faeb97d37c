"use strict";

const setup = JSON.parse(document.getElementById("setup").textContent);
const ENDPOINT = `${location.origin}/sparql`;
const PREFIXES = Object.entries(setup.prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join("\n");
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
}

function colour() {
  document.documentElement.dataset.theme = theme;
  document.getElementById("theme").setAttribute("aria-pressed", String(theme === "dark"));
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
  const query = setup.queries.find((q) => q.name === name);
  const text = `${PREFIXES}\n\n${query.sparql}`;
  const old = Object.values(yasgui._tabs).find((tab) => tab.getName() === name);
  if (old) {
    yasgui.selectTabId(old.getId());
    return;
  }
  yasgui.addTab(true, { name, yasqe: { value: text } });
}

for (const kind of ["class", "property"]) Yasgui.Yasqe.registerAutocompleter(complete(kind));
Yasgui.Yasqe.defaults.autocompleters = ["prefixes", "variables", "ontology-class", "ontology-property"];
Yasgui.Yasqe.defaults.prefixCcApi = "";
const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint: ENDPOINT },
  copyEndpointOnNewTab: false,
  persistenceId: null,
  endpointCatalogueOptions: { getData: () => [{ endpoint: ENDPOINT }] },
});

speak();
colour();
document.getElementById("questions").addEventListener("change", (event) => open(event.target.value));
document.getElementById("language").addEventListener("click", () => {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("wlgraph-language", language);
  speak();
});
document.getElementById("theme").addEventListener("click", () => {
  theme = theme === "dark" ? "light" : "dark";
  localStorage.setItem("wlgraph-theme", theme);
  colour();
});
open(setup.queries[0].name);
