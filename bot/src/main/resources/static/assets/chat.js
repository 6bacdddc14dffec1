// The chat page: asks, and keeps what was asked in this browser.
import { ask, Refused, stored } from "./api.js";
import { Exchange } from "./answer.js";
import { close, show } from "./source.js";
import * as history from "./history.js";
import { say } from "./words.js";

const form = document.getElementById("ask");
const field = document.getElementById("question");
const issuer = document.getElementById("issuer");
const exchanges = document.getElementById("exchanges");
const newConversation = document.getElementById("new");
const drawer = document.getElementById("history");
let busy = false;
let conversation = history.current();

async function put(question) {
  const exchange = append(question);
  await answer(exchange, question);
}

async function answer(exchange, question) {
  const asked = conversation;
  busy = true;
  form.classList.add("busy");
  exchange.begin();
  try {
    await ask(
      { question, conversationId: asked.id, issuer: issuer?.value || null },
      (name, data) => exchange.hear(name, data),
    );
    const kept = history.append(asked, question, exchange.answer.id);
    if (conversation.id === kept.id) conversation = kept;
  } catch (refused) {
    exchange.trouble(refused instanceof Refused ? refused.key : "page.error.other", () => answer(exchange, question));
    if (!(refused instanceof Refused)) throw refused;
  } finally {
    busy = false;
    form.classList.remove("busy");
  }
}

function append(question) {
  document.body.classList.add("talking");
  newConversation.hidden = false;
  const exchange = new Exchange(question);
  exchanges.append(exchange.element);
  exchange.element.scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  return exchange;
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Shows a conversation of this browser's in place of what is shown. */
async function turnTo(other) {
  close();
  conversation = other;
  history.turnTo(other);
  exchanges.replaceChildren();
  document.body.classList.toggle("talking", other.answers.length > 0);
  newConversation.hidden = other.answers.length === 0;
  const answers = await Promise.all(other.answers.map((id) => stored(id).catch(() => null)));
  if (conversation.id !== other.id) return; // another one was opened meanwhile
  for (const given of answers.filter(Boolean)) append(given.question).complete(given);
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const question = field.value.trim();
  if (!question || busy) {
    field.focus();
    return;
  }
  field.value = "";
  grow();
  put(question);
});

field.addEventListener("input", grow);
field.addEventListener("keydown", (event) => {
  // While an input method composes, Enter chooses a word; some browsers say so by the code 229 only.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  form.requestSubmit();
});

document.querySelector(".suggestions").addEventListener("click", (event) => {
  const suggestion = event.target.closest("button");
  if (!suggestion || busy) return;
  field.focus();
  put(suggestion.textContent);
});

document.querySelector(".news")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(link.href, link);
});

newConversation.addEventListener("click", () => {
  turnTo(history.begin());
  field.focus();
});

function list() {
  const all = history.conversations();
  drawer.querySelector(".none").hidden = all.length > 0;
  drawer.querySelector(".clear").hidden = all.length === 0;
  drawer.querySelector("ol").replaceChildren(...all.map(entry));
}

function entry(kept) {
  const item = document.getElementById("conversation").content.firstElementChild.cloneNode(true);
  const open = item.querySelector(".past");
  open.querySelector(".title").textContent = kept.title;
  open.querySelector(".at").textContent = new Date(kept.at).toLocaleDateString(document.documentElement.lang);
  if (kept.id === conversation.id) open.setAttribute("aria-current", "true");
  open.addEventListener("click", () => {
    drawer.close();
    turnTo(kept);
    field.focus();
  });
  const remove = item.querySelector(".remove");
  remove.setAttribute("aria-label", say("page.remove", { title: kept.title }));
  remove.addEventListener("click", () => forget(item, kept));
  return item;
}

function forget(item, kept) {
  const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector(".remove");
  history.remove(kept.id);
  item.remove();
  if (kept.id === conversation.id) turnTo(history.begin());
  if (next) next.focus();
  else list();
}

document.getElementById("past").addEventListener("click", () => {
  list();
  drawer.showModal();
});
drawer.querySelector(".close").addEventListener("click", () => drawer.close());
drawer.querySelector(".clear").addEventListener("click", () => {
  history.removeAll();
  turnTo(history.begin());
  list();
  drawer.querySelector(".close").focus();
});
// A press beside the drawer is one on the dialog itself.
drawer.addEventListener("click", (event) => {
  if (event.target === drawer) drawer.close();
});

turnTo(conversation);
