// One claim: the relation in words, then its sentences with headline, date and page.
function claimPart(number, actions, about = null, quoted = true) {
  const claim = CLAIMS[number];
  const part = make("article", { className: "claim" });
  const end = (id) => (id === about ? make("span", { className: "self", text: shortened(THINGS[id].name, 20) }) : named(id, actions.go));
  const relation = relationPart("button", claim, { type: "button", on: { click: () => actions.goEdge(claim.edge) } });
  part.append(make("p", { className: "triple" }, end(claim.s), " ", relation, " ", end(claim.o)));
  const notes = claimNotes(claim);
  if (notes.length) {
    part.append(make("p", { className: "notes" }, ...notes));
  }
  if (quoted) {
    part.append(...quoteParts(claim, actions));
  }
  return part;
}

function claimNotes(claim) {
  const notes = [];
  const note = (text, className = "note") => notes.push(make("span", { className, text }));
  if (claim.role) {
    note(`${word("roleOf")}：${claim.role}`);
  }
  if (claim.year) {
    note(claim.year);
  }
  if (claim.start) {
    note(`${claim.start} ${word("since")}`);
  }
  if (claim.end) {
    note(`${claim.end} ${word("until")}`);
  }
  if (claim.by !== undefined && claim.by !== "") {
    note(`${word("saidBy")} ${typeof claim.by === "number" ? THINGS[claim.by].name : claim.by}`);
  }
  if (!claim.quotes) {
    note(word(claim.rule === "register" ? "fromRegister" : "noSentence"));
  } else if ((claim.confidence ?? 1) < 1) {
    note(`${word("confidence")} ${Math.round(claim.confidence * 100)}%`, "note faint");
  }
  return notes;
}

function quoteParts(row, actions) {
  return (row.quotes || []).map((number) => {
    const quote = QUOTES[number];
    const article = quote.article >= 0 ? ARTICLES[quote.article] : null;
    const cite = button(word("cite"), () => copyText(citation(quote), cite), { className: "cite" });
    const source = make("footer", {});
    if (article) {
      source.append(headlinePart(quote.article, actions), make("span", { className: "where", text: sourceText(article) }));
    }
    source.append(cite);
    return make("blockquote", {}, make("p", { dir: "auto" }, ...marked(quote.text, state.sought)), source);
  });
}

// A headline leads to its article where there is a picture to show that in.
function headlinePart(number, actions) {
  const text = ARTICLES[number].headline || word("noHeadline");
  return actions.go ? button(text, () => actions.go(`a${number}`), { className: "headline" }) : make("b", { text });
}
