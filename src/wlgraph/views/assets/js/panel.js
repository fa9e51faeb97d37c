// What the graph says of the chosen thing, relation, article or group.
function drawPanel(actions, top = true) {
  const panel = document.getElementById("panel");
  const parts = panelParts(actions);
  panel.hidden = parts === null;
  document.body.classList.toggle("with-panel", parts !== null);
  if (parts) {
    const close = button("×", actions.close, { className: "close", "aria-label": word("close"), title: word("close") });
    const scroll = panel.scrollTop;
    panel.replaceChildren(close, ...parts.filter(Boolean));
    panel.scrollTop = top ? soughtPlace(panel) : scroll;
  }
}

// Where the sentence stands that a search has led to; figures, which stand first, have theirs at the top.
function soughtPlace(panel) {
  const first = typeof state.node === "number" && figuresOfThing[state.node].some((number) => soughtRank(FIGURES[number], FIGURES[number].indicator) > 1);
  const mark = state.sought && !first ? panel.querySelector("mark") : null;
  return mark ? mark.closest("article, blockquote").offsetTop - 60 : 0;
}

// Links to the headings of the parts, where these are many: figures may hide the sentences below them.
function jumps(parts) {
  const headings = parts.filter(Boolean).flatMap((part) => (part.tagName === "H3" ? [part] : [...part.querySelectorAll("h3")]));
  const jump = (heading) => button(heading.textContent, () => {
    byId("panel").scrollTop = heading.offsetTop - 4;
  });
  return headings.length > 1 ? make("nav", { className: "jumps", "aria-label": word("sections") }, ...headings.map(jump)) : null;
}

function panelParts(actions) {
  if (state.edge !== null) {
    return edgeParts(EDGES.get(state.edge), actions);
  }
  if (state.node === null) {
    return state.tab ? connectionParts(actions) : null;
  }
  if (isArticle(state.node)) {
    return articleParts(numberOf(state.node), actions);
  }
  return isCommunity(state.node) ? communityParts(numberOf(state.node), actions) : thingParts(state.node, actions);
}

function heading(text, kind, colour) {
  const badge = make("span", { className: "badge", text: kind });
  badge.style.borderColor = colour;
  return make("div", { className: "heading" }, badge, make("h2", {}, make("bdi", { text })));
}

function thingParts(id, actions) {
  const thing = THINGS[id];
  const numbers = claimsAbout(id);
  const parts = [
    figuresPart(id, actions),
    numbers.length ? make("h3", { text: `${word("claims")} ${numbers.length}` }) : null,
    numbers.length ? longList(numbers, (number) => claimPart(number, actions, id)) : null,
    articlesPart(id, actions),
  ];
  return [
    backToList(actions),
    heading(thing.name, termName(thing.cls), classColour(thing.cls)),
    thing.aliases ? line(word("alsoCalled"), thing.aliases.join("、")) : null,
    thing.code ? line(word("code"), thing.code) : null,
    scene.shown.has(id) ? null : make("p", { className: "faint", text: word("filteredOut") }),
    nodeActions(id, actions),
    sameParts(thing, actions),
    jumps(parts),
    ...parts,
  ];
}

function line(label, text) {
  return make("p", { className: "line" }, make("span", { className: "label", text: label }), " ", make("bdi", { text }));
}

// Claims of the thing that the filters let through, those that say the sought word first, the
// register's last, else the newest first.
function claimsAbout(id) {
  const numbers = edgesOfThing[id]
    .map((edge) => EDGES.get(edge))
    .filter(({ layer }) => layer === "claim" || layer === "place")
    .flatMap(passingClaims);
  const rank = (number) => (CLAIMS[number].quotes ? 1 : 0) + soughtRank(CLAIMS[number], CLAIMS[number].role);
  return numbers.sort((a, b) => rank(b) - rank(a) || (dateOfRow(CLAIMS[a]) < dateOfRow(CLAIMS[b]) ? 1 : -1));
}

function nodeActions(id, actions) {
  const pinned = state.pinned.has(id);
  return make(
    "div",
    { className: "actions" },
    button(word("expand"), () => actions.grow(id)),
    button(word("ego"), () => actions.ego(id)),
    button(word("pathFrom"), () => actions.pathFrom(id)),
    button(word(pinned ? "unpin" : "pin"), () => actions.pin(id), { "aria-pressed": String(pinned) }),
    button(word("hide"), () => actions.hide(id)),
    state.mode === "ego" && state.centre === id ? depthControl(actions) : null,
    state.mode === "all" ? null : button(word("whole"), actions.whole, { className: "strong" }),
  );
}

function depthControl(actions) {
  const input = make("input", { type: "number", min: 1, max: 5, value: String(state.depth), "aria-label": word("depth") });
  input.addEventListener("change", () => actions.depth(Number(input.value)));
  return make("label", { className: "depth" }, word("depth"), input);
}

function sameParts(thing, actions) {
  if (!thing.same) {
    return null;
  }
  return make("p", { className: "line" }, make("span", { className: "label", text: word("possiblySame") }), ...thing.same.map((id) => named(id, actions.go)));
}

function articlesPart(id, actions) {
  const numbers = articlesOfThing[id];
  if (!numbers.length) {
    return null;
  }
  const build = (number) => {
    return make("p", {}, headlinePart(number, actions), " ", make("span", { className: "where", text: sourceText(ARTICLES[number]) }));
  };
  return make("section", {}, make("h3", { text: `${word("otherArticles")} ${numbers.length}` }), longList(numbers, build, 6));
}

function edgeParts(edge, actions) {
  const title = edge.layer === "together" ? word("together") : relationText(speakerOf(edge));
  const top = heading(title, word(edge.layer === "together" ? "together" : "relations"), ground().strong);
  const ends = make("p", { className: "triple" }, named(edge.from, actions.go), " — ", named(edge.to, actions.go));
  if (edge.layer === "together") {
    const pair = TOGETHER[numberOf(edge.id)];
    return [top, ends, line("", `${pair.count} ${word("sentencesShared")}`), ...quoteParts(pair, actions)];
  }
  const numbers = passingClaims(edge);
  return [backToList(actions), top, numbers.length ? null : ends, ...numbers.map((number) => claimPart(number, actions))];
}

function articleParts(number, actions) {
  const article = ARTICLES[number];
  const people = ["reporter", "correspondent", "photographer"]
    .filter((role) => article[`${role}s`])
    .map((role) => make("p", { className: "line" }, make("span", { className: "label", text: word(role) }), ...article[`${role}s`].map((id) => named(id, actions.go))));
  const numbers = CLAIMS.map((_, index) => index).filter((index) => articleOfRow(CLAIMS[index]) === article && claimPasses(CLAIMS[index]));
  return [
    heading(article.headline || word("noHeadline"), termName("Article"), classColour("Article")),
    line("", sourceText(article)),
    ...people,
    numbers.length ? make("h3", { text: `${word("claims")} ${numbers.length}` }) : null,
    numbers.length ? longList(numbers, (index) => claimPart(index, actions)) : null,
    article.mentions ? make("h3", { text: `${word("mentions")} ${article.mentions.length}` }) : null,
    article.mentions ? make("p", { className: "cloud" }, ...article.mentions.map((id) => named(id, actions.go))) : null,
  ];
}

function communityParts(number, actions) {
  const community = COMMUNITIES[number];
  const members = THINGS.map((_, id) => id).filter((id) => THINGS[id].community === number);
  members.sort((a, b) => BASE_NODES[b].size - BASE_NODES[a].size);
  const open = button(word(state.open.has(number) ? "closeCommunity" : "openCommunity"), () => actions.toggleCommunity(number));
  return [
    heading(community.label || word("scattered"), word("community"), ground().strong),
    line("", `${community.size} ${word("members")}`),
    make("div", { className: "actions" }, open),
    longList(members, (id) => named(id, actions.go), 30),
  ];
}
