// The original beside the answer: a panel where there is room, a sheet over the page where not.
import { enliven } from "./original.js";
import { say } from "./words.js";

const dialog = document.getElementById("source");
const content = dialog.querySelector(".content");
const wide = matchMedia("(min-width: 64rem)");
let opener = null;
let asked = 0;

/** Shows the original at an address of this service, for the control that asked. */
export async function show(url, button) {
  mark(button);
  open();
  await load(url);
  dialog.querySelector("#source-title")?.focus({ preventScroll: true });
}

/** Closes the original and gives the focus back to the button that opened it. */
export function close() {
  if (dialog.open) dialog.close();
}

function mark(button) {
  opener?.removeAttribute("aria-current");
  opener = button;
  opener.setAttribute("aria-current", "true");
}

function open() {
  if (dialog.open) return;
  document.body.classList.toggle("beside", wide.matches);
  if (wide.matches) dialog.show();
  else dialog.showModal();
}

async function load(url) {
  const request = ++asked;
  if (!content.hasChildNodes()) content.append(notice(say("page.loading")));
  const original = await fetched(url);
  if (request !== asked) return; // another one was asked for meanwhile
  content.replaceChildren(original);
  content.querySelector("#source-title")?.setAttribute("tabindex", "-1");
  if (original.matches(".original")) enliven(original);
}

async function fetched(url) {
  try {
    const response = await fetch(url, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return document.adoptNode(page.querySelector("#original") ?? page.querySelector("main > section"));
  } catch {
    return notice(say("page.error.offline"));
  }
}

function notice(text) {
  const paragraph = document.createElement("p");
  paragraph.className = "notice";
  paragraph.textContent = text;
  return paragraph;
}

dialog.querySelector(".close").addEventListener("click", close);
dialog.addEventListener("close", () => {
  document.body.classList.remove("beside");
  content.replaceChildren();
  opener?.removeAttribute("aria-current");
  opener?.focus({ preventScroll: true });
});
// A dialog that is not modal does not hear Escape by itself.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) close();
});
wide.addEventListener("change", () => {
  if (!dialog.open) return;
  const kept = [...content.childNodes];
  const button = opener;
  dialog.addEventListener("close", () => {
    content.replaceChildren(...kept);
    mark(button);
    open();
  }, { once: true });
  dialog.close();
});
