// The desk: handing in with progress, filtering as one types, keys for reviewing, marks beside figures.

const token = document.querySelector("meta[name=csrf]")?.content;

// --- handing in

const handIn = document.getElementById("hand-in");
const handedIn = document.getElementById("handed-in");

/** Sends one file after the other; a bad one does not keep the next from being sent. */
async function send(files) {
  const lines = [...files].map((file) => [file, line(file.name)]);
  for (const [file, item] of lines) await sendOne(file, item);
  refresh();
}

function line(name) {
  const item = document.createElement("li");
  const progress = document.createElement("progress");
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute("aria-label", name);
  item.append(name, progress);
  handedIn.append(item);
  return item;
}

let labels = 0;

/** Shows how far a file has come while it is being read: of an archive, document by document. */
async function follow(label, item, isOver) {
  let shown = "";
  while (!isOver()) {
    await new Promise((later) => setTimeout(later, 400));
    if (isOver()) return;
    const response = await fetch(`${handIn.action}/handed-in?${new URLSearchParams({ label })}`).catch(() => null);
    const html = response?.ok ? await response.text() : "";
    if (isOver() || !html || html === shown) continue;
    shown = html;
    if (html.includes('class="')) show(item, html);
  }
}

function sendOne(file, item) {
  let over = false;
  return new Promise((settled) => {
    const done = () => {
      over = true;
      settled();
    };
    const label = `${Date.now()}-${++labels}`;
    const request = new XMLHttpRequest();
    const progress = item.querySelector("progress");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress.value = event.loaded / event.total;
    };
    request.upload.onload = () => {
      progress.removeAttribute("value"); // sent; how long reading takes is not known
      progress.setAttribute("aria-label", `${file.name} ${handedIn.dataset.reading}`);
      follow(label, item, () => over);
    };
    request.onload = () => {
      done();
      if (request.status === 200) show(item, request.responseText);
      else fail(item, file.name);
    };
    request.onerror = () => {
      done();
      fail(item, file.name);
    };
    const form = new FormData();
    form.append("file", file);
    form.append("label", label);
    request.open("POST", handIn.action);
    request.setRequestHeader("X-CSRF-TOKEN", token);
    request.send(form);
  });
}

function show(item, html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  item.replaceChildren(...[...page.body.children].map((node) => document.adoptNode(node)));
}

function fail(item, name) {
  item.className = "refused";
  item.replaceChildren(`${name}: ${handedIn.dataset.failed}`);
}

if (handIn) {
  handIn.querySelector("input[type=file]").addEventListener("change", (event) => {
    send(event.target.files);
  });
  for (const name of ["dragenter", "dragover"]) {
    handIn.addEventListener(name, (event) => {
      event.preventDefault();
      handIn.classList.add("over");
    });
  }
  handIn.addEventListener("dragleave", () => handIn.classList.remove("over"));
  handIn.addEventListener("drop", (event) => {
    event.preventDefault();
    handIn.classList.remove("over");
    send(event.dataTransfer.files);
  });
}

// --- the list: filtering as one types, choosing all

const filter = document.getElementById("filter");
let waiting = 0;
let asked = 0;

async function refresh() {
  const request = ++asked;
  const address = `${location.pathname}?${new URLSearchParams(new FormData(filter))}`;
  const response = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (request !== asked) return;
  document.querySelector(".rows tbody").replaceWith(document.adoptNode(page.querySelector(".rows tbody")));
  document.getElementById("rows").dispatchEvent(new Event("change"));
  history.replaceState(null, "", address);
}

if (filter) {
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 200);
  };
  filter.addEventListener("input", later);
  filter.addEventListener("submit", (event) => {
    event.preventDefault();
    refresh();
  });
}

document.getElementById("all")?.addEventListener("change", (event) => {
  for (const box of document.querySelectorAll(".rows tbody input[type=checkbox]")) box.checked = event.target.checked;
});

// What acts on several waits until one is chosen.
const bulk = document.getElementById("bulk");
if (bulk) {
  const offer = () => (bulk.hidden = !document.querySelector(".rows tbody input:checked"));
  document.getElementById("rows").addEventListener("change", offer);
  offer();
}

// --- the page: figures beside their cells

for (const cell of document.querySelectorAll(".cell")) {
  const { x, y, width, height } = cell.dataset;
  cell.style.left = `${x * 100}%`;
  cell.style.top = `${y * 100}%`;
  cell.style.width = `${width * 100}%`;
  cell.style.height = `${height * 100}%`;
}

// --- trends

for (const chart of document.querySelectorAll("svg.trend")) {
  const weeks = chart.dataset.weeks.split(" ").filter(Boolean).map(Number);
  const most = Math.max(1, ...weeks);
  weeks.forEach((count, at) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const height = Math.max(1, (count / most) * 19);
    for (const [name, value] of Object.entries({ x: at * 10 + 1, y: 20 - height, width: 8, height, fill: "currentColor" })) {
      bar.setAttribute(name, value);
    }
    chart.append(bar);
  });
}

// --- an approved answer: what is ticked becomes a citation, in that order

const write = document.getElementById("write");
if (write) {
  const field = write.elements.citations;
  write.addEventListener("change", (event) => {
    if (!event.target.matches(".cite")) return;
    const chosen = field.value.split(/\s+/).filter(Boolean).filter((id) => id !== event.target.value);
    if (event.target.checked) chosen.push(event.target.value);
    field.value = chosen.join(" ");
    for (const box of write.querySelectorAll(".cite")) {
      const at = chosen.indexOf(box.value);
      box.closest("label").querySelector(".mark").textContent = at < 0 ? "" : `〔${at + 1}〕`;
    }
  });
}

// --- reviewing by keys: one each

const held = [...document.querySelectorAll(".waiting")];

function present() {
  return document.activeElement.closest?.(".waiting") ?? held[0];
}

const keys = {
  a: (item) => item.querySelector(".approve button")?.click(),
  d: (item) => item.querySelector(".decline button")?.click(),
  e: (item) => {
    const edit = item.querySelector(".edit");
    if (!edit) return;
    edit.open = true;
    edit.querySelector("textarea").focus();
  },
  j: (item) => held[Math.min(held.length - 1, held.indexOf(item) + 1)].focus(),
  k: (item) => held[Math.max(0, held.indexOf(item) - 1)].focus(),
};

if (held.length) {
  held[0].focus({ preventScroll: true });
  document.addEventListener("keydown", (event) => {
    const act = keys[event.key.toLowerCase()];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    act(present());
  });
}
