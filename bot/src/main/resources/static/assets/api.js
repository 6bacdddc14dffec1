/** A request that was not met; `key` names the words that tell the asker why. */
export class Refused extends Error {
  constructor(key) {
    super(key);
    this.key = key;
  }
}

const FAULTS = { EMPTY: "empty", TOO_LONG: "tooLong", CONTROL_CHARACTERS: "characters" };

async function refusal(response) {
  if (response.status === 429) return new Refused("page.error.tooMany");
  if (response.status === 503) return new Refused("page.error.busy");
  const problem = await response.json().catch(() => ({}));
  return new Refused(`page.error.${FAULTS[problem.reason] ?? "other"}`);
}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused("page.error.offline");
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

function post(path, body, accept = "application/json") {
  return send(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: accept },
    body: JSON.stringify(body),
  });
}

/** Asks, and hands each event on as `heard(name, data)`; the last is `answer`. */
export async function ask(question, heard) {
  const response = await post("/api/v1/answers", question, "text/event-stream");
  let answered = false;
  try {
    for await (const { name, data } of events(response.body)) {
      if (name === "error") throw new Refused("page.error.other");
      answered ||= name === "answer";
      heard(name, data);
    }
  } catch (failure) {
    throw failure instanceof Refused ? failure : new Refused("page.error.offline");
  }
  if (!answered) throw new Refused("page.error.offline");
}

/** Server-sent events of a body: name and data of each. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = (rest + value).split("\n\n");
    rest = messages.pop();
    for (const message of messages) yield event(message);
  }
}

function event(message) {
  const name = /^event: ?(.*)$/m.exec(message)?.[1] ?? "message";
  const data = [...message.matchAll(/^data: ?(.*)$/gm)].map((line) => line[1]).join("\n");
  return { name, data: JSON.parse(data) };
}

/** An answer given earlier. */
export async function stored(id) {
  return (await send(`/api/v1/answers/${encodeURIComponent(id)}`, {})).json();
}

export function rate(id, helpful, comment = "") {
  return post(`/api/v1/answers/${encodeURIComponent(id)}/feedback`, { helpful, comment });
}
