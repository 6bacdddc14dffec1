// The chat page: asks, and keeps the conversation for as long as the tab is open.
import { ask, Refused, stored } from "./api.js";
import { Exchange } from "./answer.js";
import { close } from "./source.js";

const form = document.getElementById("ask");
const field = document.getElementById("question");
const issuer = document.getElementById("issuer");
const exchanges = document.getElementById("exchanges");
const newConversation = document.getElementById("new");
let busy = false;

const memory = {
  read: () => JSON.parse(sessionStorage.getItem("conversation") ?? "null") ?? { id: randomId(), answers: [] },
  write: (conversation) => sessionStorage.setItem("conversation", JSON.stringify(conversation)),
};
let conversation = memory.read();

function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function put(question) {
  const exchange = append(question);
  await answer(exchange, question);
}

async function answer(exchange, question) {
  busy = true;
  form.classList.add("busy");
  exchange.begin();
  try {
    await ask(
      { question, conversationId: conversation.id, issuer: issuer?.value || null },
      (name, data) => exchange.hear(name, data),
    );
    conversation.answers.push(exchange.answer.id);
    memory.write(conversation);
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

async function restore() {
  const answers = await Promise.all(conversation.answers.map((id) => stored(id).catch(() => null)));
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

newConversation.addEventListener("click", () => {
  close();
  conversation = { id: randomId(), answers: [] };
  memory.write(conversation);
  exchanges.replaceChildren();
  document.body.classList.remove("talking");
  newConversation.hidden = true;
  field.focus();
});

memory.write(conversation);
restore();
