// Builds the page's elements. Text only ever enters as text.
function make(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (name === "text") {
      element.textContent = value;
    } else if (name === "on") {
      for (const [event, handler] of Object.entries(value)) {
        element.addEventListener(event, handler);
      }
    } else if (name === "className" || name === "value" || name === "checked" || name === "hidden") {
      element[name] = value;
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Where keys write text, so that none of them is a command.
const TYPED_INTO = "textarea, select, input:not([type=checkbox], [type=range])";

// Paper is light, whatever the screen is: the page is printed in the light theme, and `redraw` paints what has colours of its own.
function printLight(redraw = () => {}) {
  let worn = state.theme;
  const wear = (theme) => {
    state.theme = document.documentElement.dataset.theme = theme;
    redraw();
  };
  window.addEventListener("beforeprint", () => {
    worn = state.theme;
    wear("light");
  });
  window.addEventListener("afterprint", () => wear(worn));
}

function drawn(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function button(text, handler, options = {}) {
  return make("button", { type: "button", text, ...options, on: { click: handler } });
}

// A name in running text: isolated, so that marks of writing direction inside it stay inside it.
function named(id, handler) {
  const chip = make("span", { className: "dot", "aria-hidden": "true" });
  chip.style.backgroundColor = nodeColour(id);
  return make("button", { type: "button", className: "name", on: { click: () => handler(id) } }, chip, make("bdi", { text: nameOf(id) }));
}

// A list that begins with some rows and shows the others on demand.
function longList(rows, build, first = 12) {
  const list = make("ul", { className: "rows" });
  const add = (part) => list.append(...part.map((row) => make("li", {}, build(row))));
  add(rows.slice(0, first));
  if (rows.length > first) {
    const more = button(`${word("moreRows")} ${rows.length - first}`, () => {
      more.parentElement.remove();
      add(rows.slice(first));
    });
    list.append(make("li", { className: "more" }, more));
  }
  return list;
}
