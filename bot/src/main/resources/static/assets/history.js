// The conversations of this browser: nothing but what was asked first and the numbers of the answers.
const KEY = "conversations";
const MOST = 50;
const LONGEST_TITLE = 80;
let unstored = []; // for as long as the page is open, where storage is switched off

function read(storage, key, otherwise) {
  try {
    return JSON.parse(storage().getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(storage, key, value) {
  try {
    storage().setItem(key, JSON.stringify(value));
  } catch {
    return; // switched off or full
  }
}

const local = () => localStorage;
const tab = () => sessionStorage;

function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** All conversations, the last one first. */
export function conversations() {
  return read(local, KEY, unstored);
}

function keep(all) {
  unstored = all.slice(0, MOST);
  write(local, KEY, unstored);
}

/** The conversation of this tab. */
export function current() {
  const id = read(tab, "conversation", null);
  return conversations().find((conversation) => conversation.id === id) ?? begin(id);
}

/** A conversation of which nothing is kept until something is asked. */
export function begin(id = null) {
  const conversation = { id: id ?? randomId(), title: "", at: "", answers: [] };
  turnTo(conversation);
  return conversation;
}

export function turnTo(conversation) {
  write(tab, "conversation", conversation.id);
}

/** Adds an answer. Other tabs may have kept theirs meanwhile. */
export function append(conversation, question, answer) {
  const added = {
    id: conversation.id,
    title: conversation.title || question.slice(0, LONGEST_TITLE),
    at: new Date().toISOString(),
    answers: [...conversation.answers, answer],
  };
  keep([added, ...conversations().filter(({ id }) => id !== added.id)]);
  return added;
}

export function remove(id) {
  keep(conversations().filter((conversation) => conversation.id !== id));
}

export function removeAll() {
  keep([]);
}
