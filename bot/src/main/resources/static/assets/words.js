// The page's words in the reader's language, as the server wrote them into the page.
const words = JSON.parse(document.getElementById("words").textContent);

/** The words for a key, with {variables} filled in. */
export function say(key, variables = {}) {
  return words[key].replace(/\{(\w+)\}/g, (whole, name) => variables[name] ?? whole);
}
