// A story: a card with the step's text, and the picture turned to the things that it names.
const STORY = DATA.story || [];

function storyThings() {
  return state.step >= 0 && STORY[state.step] ? STORY[state.step].things || [] : [];
}

function drawStory(actions) {
  const card = document.getElementById("story");
  const step = STORY[state.step];
  card.hidden = !step;
  if (!step) {
    return;
  }
  const last = STORY.length - 1;
  const move = (by) => actions.step(Math.min(last, Math.max(0, state.step + by)));
  const back = button("←", () => move(-1), { id: "story-back", "aria-label": word("stepBack"), title: word("stepBack"), disabled: state.step === 0 });
  const next = button("→", () => move(1), { id: "story-next", "aria-label": word("stepOn"), title: word("stepOn"), disabled: state.step === last });
  const close = button("×", () => actions.step(-1), { className: "close", "aria-label": word("close"), title: word("close") });
  const focused = document.activeElement ? document.activeElement.id : "";
  card.replaceChildren(
    close,
    step.title ? make("h2", {}, make("bdi", { text: step.title })) : "",
    make("p", { className: "told", dir: "auto", text: step.text }),
    make("p", { className: "cloud" }, ...storyThings().map((id) => named(id, actions.go))),
    make("p", { className: "pages" }, back, make("span", { className: "faint", text: `${state.step + 1} / ${STORY.length}` }), next),
  );
  if (focused.startsWith("story-")) {
    document.getElementById(focused)?.focus();
  }
}

function onStoryKey(event, actions) {
  const by = { PageDown: 1, PageUp: -1 }[event.key];
  if (by && state.step >= 0 && STORY[state.step + by]) {
    event.preventDefault();
    actions.step(state.step + by);
  }
}
