// Who connects the others, which things belong together, what firms share: measured when the page was made, of stated
// claims alone. Filters only choose what is listed.
function connectionParts(actions) {
  const tabs = Object.keys(TABS).map((tab) =>
    button(word(`tab-${tab}`), () => actions.tab(tab), { id: `tab-${tab}`, role: "tab", "aria-selected": String(state.tab === tab), disabled: !TABS[tab].length }),
  );
  const rows = TABS[state.tab].map((_, number) => number).filter({ connect: connectorStands, groups: groupStands, shared: (number) => sharedNow(number).length }[state.tab]);
  const build = { connect: connectorRow, groups: groupRow, shared: pairRow }[state.tab];
  return [
    make("h2", { text: word("connections") }),
    make("div", { className: "tabs", role: "tablist" }, ...tabs),
    make("p", { className: "meaning", text: word(`meaning-${state.tab}`) }),
    state.tab === "groups" ? colourTick("panel", actions) : null,
    state.tab === "connect" ? tick("anything", word("anything"), state.anything, actions.anything) : null,
    rows.length ? longList(rows, (number) => build(number, actions), Math.max(15, rows.indexOf(state.pick) + 1)) : make("p", { className: "faint", text: word("emptyView") }),
    make("p", { className: "faint", text: word("measured") }),
  ];
}

function statedClaims(edge) {
  return edge.layer === "claim" ? passingClaims(edge).filter((number) => !standingOf(CLAIMS[number])) : [];
}

function hasClaims(id) {
  return classPasses(id) && edgesOfThing[id].some((edge) => edgePasses(EDGES.get(edge)) && statedClaims(EDGES.get(edge)).length);
}

function connectorStands(number) {
  const { thing } = CONNECTORS[number];
  return (state.anything || acts(thing)) && hasClaims(thing);
}

function acts(id) {
  return ["Person", "Organization"].includes((DATA.terms[THINGS[id].cls] || {}).parent);
}

function connectorRow(number, actions) {
  const { thing, share, ties, groups } = CONNECTORS[number];
  const figures = state.lang === "en"
    ? `${percent(share)} of shortest chains · ${ties} ties in ${groups} ${groups === 1 ? "group" : "groups"}`
    : `${percent(share)} 的最短联系经过它 · 联系 ${ties} 个名称，分属 ${groups} 群`;
  return make("div", { className: "measure" }, make("p", { className: "triple" }, named(thing, actions.go)), make("p", { className: "notes", text: figures }));
}

function percent(share) {
  return share < 0.001 ? "<0.1%" : `${(share * 100).toFixed(1)}%`;
}

function groupStands(number) {
  return GROUPS[number].members.filter(hasClaims).length > 1;
}

function groupRow(number, actions) {
  const { size } = GROUPS[number];
  const members = GROUPS[number].members.filter(hasClaims);
  const names = members.slice(0, 3).map((id) => shortened(THINGS[id].name, 12)).join("、");
  const chip = make("span", { className: "dot", "aria-hidden": "true" });
  chip.style.backgroundColor = groupColour(number);
  const open = pickButton(number, actions, chip, make("bdi", { text: names }), make("span", { className: "count", text: `${size} ${word("members")}` }));
  const list = state.pick === number ? longList(members, (id) => named(id, actions.go), 20) : null;
  return make("div", { className: "measure" }, open, list);
}

// What two firms share by claims that the filters let through: the things, each with the claims that tie it to both.
function sharedNow(number) {
  const { a, b, things } = PAIRS[number];
  const claims = (firm, thing) => edgesOfThing[firm].map((id) => EDGES.get(id)).filter((edge) => otherEnd(edge, firm) === thing && edgePasses(edge)).flatMap(statedClaims);
  return things.map((thing) => ({ thing, one: claims(a, thing), two: claims(b, thing) })).filter(({ one, two }) => one.length && two.length);
}

function pairRow(number, actions) {
  const { a, b } = PAIRS[number];
  const found = sharedNow(number);
  const end = (id) => make("bdi", { text: THINGS[id].name });
  const open = pickButton(number, actions, make("span", {}, end(a), " — ", end(b)));
  const both = make("p", { className: "notes" }, make("span", { className: "label", text: word("both") }), ...found.map(({ thing }) => named(thing, actions.go)));
  const claims = state.pick === number ? found.flatMap(({ one, two }) => claimParts([...one, ...two], actions)) : [];
  return make("div", { className: "measure" }, open, both, ...claims);
}

// Claims one under the other; those of one sentence share it.
function claimParts(numbers, actions) {
  const said = numbers.map((number) => String(CLAIMS[number].quotes));
  return numbers.map((number, place) => claimPart(number, actions, null, said[place] !== said[place + 1]));
}

function pickButton(number, actions, ...parts) {
  const open = make("button", { type: "button", id: `pick-${number}`, className: "pick", "aria-expanded": String(state.pick === number), on: { click: () => actions.pick(number) } });
  open.append(...parts);
  return open;
}

// The things of the picked line, shown and lit while no other thing is chosen.
function pickedThings() {
  if (state.pick < 0 || state.node !== null || state.edge !== null) {
    return [];
  }
  if (state.tab === "groups") {
    return GROUPS[state.pick].members.filter(hasClaims);
  }
  return state.tab === "shared" ? [PAIRS[state.pick].a, PAIRS[state.pick].b, ...sharedNow(state.pick).map(({ thing }) => thing)] : [];
}

function colourTick(place, actions) {
  return tick(`colour-${place}`, word("byGroup"), state.colour === "group", actions.colour);
}

function backToList(actions) {
  return state.tab ? button(`← ${word("backToList")}`, actions.back, { className: "small" }) : null;
}
