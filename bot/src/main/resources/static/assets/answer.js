// An exchange on the page: the question, how the answer comes about, and the answer.
import { rate } from "./api.js";
import { copyText } from "./clipboard.js";
import { show } from "./source.js";
import { say } from "./words.js";

const template = document.getElementById("exchange");
const status = document.getElementById("status");

/** A question just put, and the place of its answer. */
export class Exchange {
  constructor(question) {
    this.element = template.content.firstElementChild.cloneNode(true);
    this.find(".question").textContent = question;
    this.claims = 0;
  }

  find(selector) {
    return this.element.querySelector(selector);
  }

  begin() {
    this.find(".trouble").hidden = true;
    this.find(".progress").hidden = false;
    this.find(".claims").replaceChildren();
    this.claims = 0;
    this.step(say("page.step.reading"));
  }

  step(text) {
    this.find(".step").textContent = text;
    status.textContent = text;
  }

  /** An event of the stream. */
  hear(name, data) {
    if (name === "reading") this.step(say("page.step.searching"));
    if (name === "evidence") this.step(say("page.step.found", { count: data.length }));
    if (name === "claim") this.claim(data);
    if (name === "answer") this.complete(data);
  }

  claim(claim) {
    this.claims += 1;
    this.find(".step").textContent = say("page.step.claim", { count: this.claims });
    const item = document.createElement("li");
    const cited = new Map(claim.cited.map((citation) => [citation.number, citation]));
    item.append(claim.text, ...claim.citations.map((number) => citationButton(cited.get(number), number)));
    this.find(".claims").append(item);
  }

  /** The whole answer, in place of its steps. */
  complete(answer) {
    this.answer = answer;
    if (answer.review?.state === "WAITING") {
      this.wait(answer);
      return;
    }
    this.element.dataset.verdict = answer.verdict;
    this.find(".progress").hidden = true;
    this.find(".claims").replaceChildren();
    this.find(".verdict use").setAttribute("href", `#icon-${answer.verdict}`);
    this.find(".verdict span").textContent = say(`verdict.${answer.verdict}`);
    const text = this.find(".text");
    text.lang = answer.language;
    text.replaceChildren(...paragraphs(answer));
    this.compare(answer);
    this.computed(answer);
    this.nextReport(answer.nextReport);
    this.sources(answer.citations);
    this.why(answer);
    this.actions(answer);
    this.find(".whole").hidden = false;
    status.textContent = `${say("page.step.done")} ${say(`verdict.${answer.verdict}`)} ${answer.text}`;
  }

  /** The answer waits for a person of the company: says so, and shows it as soon as it is let go. */
  wait(answer) {
    this.find(".claims").replaceChildren();
    this.step(answer.text);
    const news = new EventSource(`/api/v1/answers/${encodeURIComponent(answer.id)}`);
    news.addEventListener("answer", (event) => {
      const settled = JSON.parse(event.data);
      if (settled.review?.state === "WAITING") return;
      news.close();
      this.complete(settled);
    });
  }

  compare(answer) {
    const cited = new Map(answer.citations.map((citation) => [citation.number, citation]));
    const compared = this.find(".comparisons");
    compared.hidden = answer.comparisons.length === 0;
    compared.replaceChildren(...answer.comparisons.map((comparison) => comparing(comparison, cited)));
  }

  computed(answer) {
    const computed = answer.claims.filter((claim) => claim.computed).map((claim) => claim.computed);
    this.find(".computed").hidden = computed.length === 0;
    this.find(".computed ul").replaceChildren(
      ...computed.map(({ formula, value, unit }) =>
        element("li", element("code", `${formula} = ${value}${unit}`), ` ${say("page.computedNote")}`)),
    );
  }

  nextReport(report) {
    const line = this.find(".next-report");
    line.hidden = !report;
    if (!report) return;
    const words = report.scheduledOn
      ? say("page.nextReportScheduled", { report: reportName(report), due: report.scheduledOn })
      : say("page.nextReport", { report: reportName(report), due: report.dueBy });
    line.querySelector("span").textContent = words;
  }

  sources(citations) {
    this.find(".sources").hidden = citations.length === 0;
    this.find(".sources ol").replaceChildren(...citations.map(source));
  }

  why(answer) {
    this.find(".why ul").replaceChildren(
      ...answer.parts.map((part) => {
        const ruling = part.reason ? `${say(`ruling.${part.ruling}`)}（${say(`reason.${part.reason}`)}）` : say(`ruling.${part.ruling}`);
        const signals = part.signals.map((signal) => element("li", signal));
        return element("li", element("q", part.text), element("strong", ruling), ...(signals.length ? [element("ul", ...signals)] : []));
      }),
    );
    this.find(".as-of").textContent =
      `${say("page.asOf", { time: answer.asOf.slice(0, 16).replace("T", " ") })} · ${answer.corpusRevision} · ${answer.composer}`;
  }

  actions(answer) {
    const copy = this.find(".copy");
    copy.onclick = async () => {
      await copyText(plainText(answer), richText(answer));
      this.done(copy, "page.copied");
    };
    const share = this.find(".share");
    share.href = answerPage(answer);
    share.onclick = async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      await copyText(share.href);
      this.done(share, "page.shared");
    };
    this.find(".print").href = answerPage(answer);
    this.find(".print").onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      printAlone(this.element);
    };
    this.find(".helpful").onclick = () => this.rate(true);
    this.find(".unhelpful").onclick = () => this.rate(false);
    this.find(".comment").onsubmit = (event) => {
      event.preventDefault();
      this.thank(rate(answer.id, this.helpful, this.find(".comment textarea").value));
      this.find(".comment").hidden = true;
      this.find(this.helpful ? ".helpful" : ".unhelpful").focus();
    };
  }

  done(control, key) {
    control.querySelector("span").textContent = say(key);
    status.textContent = say(key);
  }

  rate(helpful) {
    this.helpful = helpful;
    this.find(".helpful").setAttribute("aria-pressed", String(helpful));
    this.find(".unhelpful").setAttribute("aria-pressed", String(!helpful));
    this.find(".comment").hidden = helpful;
    if (helpful) this.thank(rate(this.answer.id, true));
    else this.find(".comment textarea").focus();
  }

  thank(rating) {
    rating.then(
      () => (status.textContent = say("page.thanks")),
      (refused) => (status.textContent = say(refused.key)),
    );
  }

  /** Says why there is no answer, with a way to ask again. */
  trouble(key, retry) {
    this.find(".progress").hidden = true;
    this.find(".trouble").hidden = false;
    this.find(".trouble p").textContent = say(key);
    this.find(".retry").onclick = retry;
  }
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** The text's paragraphs, with a button for each mark 〔1〕. Never markup: it is text. */
function paragraphs(answer) {
  const byNumber = new Map(answer.citations.map((citation) => [citation.number, citation]));
  return answer.text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) =>
      element("p", ...line.split(/(〔\d+〕)/).map((piece) => {
        const number = Number(/^〔(\d+)〕$/.exec(piece)?.[1]);
        return byNumber.has(number) ? citationButton(byNumber.get(number), number) : piece;
      })),
    );
}

function citationButton(citation, number) {
  const button = element("button", String(number));
  button.type = "button";
  button.className = "citation";
  button.setAttribute("aria-label", say("page.citation", { number }));
  button.addEventListener("click", () => show(citation.url, button));
  return button;
}

function source(citation) {
  const { disclosure } = citation;
  const place = placeOf(citation);
  const title = element("span", disclosure.title);
  title.className = "title";
  const details = element("span", `${say(`kind.${disclosure.kind}`)} · ${place}`);
  details.className = "place";
  const number = element("span", String(citation.number));
  number.className = "number";
  number.setAttribute("aria-hidden", "true");
  const button = element("button", number, title, details);
  button.type = "button";
  button.addEventListener("click", () => show(citation.url, button));
  return element("li", button);
}

function reportName(report) {
  const year = report.period.slice(0, 4);
  const key = report.kind === "QUARTERLY_REPORT"
    ? report.period.endsWith("-03") ? "FIRST_QUARTER" : "THIRD_QUARTER"
    : report.kind;
  return ["ANNUAL_REPORT", "INTERIM_REPORT", "FIRST_QUARTER", "THIRD_QUARTER"].includes(key)
    ? say(`report.${key}`, { year })
    : say(`kind.${report.kind}`);
}

/** Figures side by side: as a table at once, as a drawing when it has come. */
function comparing(comparison, cited) {
  const title = say("page.comparisonOf", comparison);
  const rows = comparison.items.map((item) => {
    const label = element("th", item.label);
    label.scope = "row";
    return element("tr", label, element("td", grouped(item.value)), element("td", citationButton(cited.get(item.citation), item.citation)));
  });
  const drawn = element("div");
  drawn.className = "drawn";
  draw(comparison.chart, drawn);
  const compared = element("div", element("table", element("caption", title), element("tbody", ...rows)), drawn);
  compared.className = "comparison";
  return compared;
}

async function draw(address, place) {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return; // the table says the same
  const svg = new DOMParser().parseFromString(await response.text(), "image/svg+xml").documentElement;
  place.append(document.importNode(svg, true));
}

/** With a comma between thousands, digit by digit as disclosed. */
function grouped(value) {
  const [whole, fraction] = value.split(".");
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

function answerPage(answer) {
  return new URL(`/answers/${encodeURIComponent(answer.id)}`, location.href).href;
}

function printAlone(exchange) {
  exchange.classList.add("printed");
  document.body.classList.add("printing");
  addEventListener("afterprint", () => {
    exchange.classList.remove("printed");
    document.body.classList.remove("printing");
  }, { once: true });
  print();
}

function placeOf({ disclosure, locator }) {
  return [
    disclosure.announcementNumber,
    disclosure.publishedAt?.slice(0, 10),
    locator.page && say("page.page", { page: locator.page }),
    locator.item && say("page.item", { item: locator.item }),
  ].filter(Boolean).join(" · ");
}

function reference(citation) {
  return `〔${citation.number}〕${citation.disclosure.title} ${placeOf(citation)}`.trim();
}

function plainText(answer) {
  const sources = answer.citations.map((citation) => `${reference(citation)}\n${new URL(citation.url, location.href).href}`);
  return [answer.text, ...sources, answerPage(answer)].join("\n");
}

/** The same for where text with links is pasted. */
function richText(answer) {
  const link = (address, words) => {
    const made = element("a", words);
    made.href = new URL(address, location.href).href;
    return made;
  };
  const rich = element(
    "div",
    ...answer.text.split("\n").filter((line) => line.trim()).map((line) => element("p", line)),
    element("ul", ...answer.citations.map((citation) => element("li", link(citation.url, reference(citation))))),
    element("p", link(answerPage(answer), answerPage(answer))),
  );
  return rich.innerHTML;
}
