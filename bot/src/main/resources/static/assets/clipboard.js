/** Puts a text on the clipboard, and where the browser takes it, the same with its links. */
export async function copyText(text, html = "") {
  if (!navigator.clipboard) return copySelected(text);
  if (!html || !window.ClipboardItem) return navigator.clipboard.writeText(text);
  const of = (content, type) => new Blob([content], { type });
  return navigator.clipboard.write([
    new ClipboardItem({ "text/plain": of(text, "text/plain"), "text/html": of(html, "text/html") }),
  ]);
}

/** The clipboard is closed to pages that did not come over TLS. */
function copySelected(text) {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
