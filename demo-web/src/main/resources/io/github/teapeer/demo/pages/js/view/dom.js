// The element of the page with that id; a page without it is broken.
export const byId = (id) => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
};

// A new element. Children that are texts become text, whatever is written in them.
export const create = (tag, { class: className, ...attributes } = {}, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// Shows a state as a word and a dot.
export const showState = (element, state, word) => {
  element.dataset.state = state;
  element.textContent = word;
};
