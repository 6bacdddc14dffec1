// An original: all its pages below each other, each drawn as it comes into view; page numbers, zoom, and finding words.
const WIDTHS = [100, 140, 200, 280];
const SETTLED = 120; // milliseconds that a page stays in view before it is fetched

/** Brings an original to life, wherever it stands. */
export function enliven(original) {
  const sheet = original.querySelector(".sheet");
  original.classList.add("living");
  const shown = sheet.querySelector("img") ? new Leaves(original, sheet) : new Passages(sheet);
  shown.begin();
  findable(original, shown);
}

function fill(words, variables) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => variables[name] ?? whole);
}

/** The pages of an original. As many as there are, only those near the view hold an image. */
class Leaves {
  constructor(original, sheet) {
    this.sheet = sheet;
    this.at = original.querySelector(".page-number");
    this.image = sheet.querySelector("img");
    this.number = Number(sheet.dataset.page);
    this.pages = Number(sheet.dataset.pages);
    this.focus = Number(sheet.dataset.focus);
    this.leaves = Array.from({ length: this.pages }, (_, i) => this.leaf(i + 1));
    this.tools(original);
  }

  leaf(number) {
    const leaf = document.createElement("div");
    leaf.className = "leaf";
    leaf.dataset.number = number;
    return leaf;
  }

  begin() {
    const first = this.image;
    const { number } = this;
    this.source = first.getAttribute("src");
    this.leaves[number - 1].append(first);
    const pages = document.createElement("div");
    pages.className = "pages";
    pages.append(...this.leaves);
    this.sheet.replaceChildren(pages);
    this.turnTo(number, this.focus);
    const measure = () => {
      // The others are most likely as large as the first; where the view is must be found anew then.
      pages.style.setProperty("--ratio", first.naturalWidth / first.naturalHeight);
      this.turnTo(number, this.focus);
      this.watch();
    };
    if (first.complete && first.naturalWidth) measure();
    else {
      first.addEventListener("load", measure, { once: true });
      first.addEventListener("error", () => this.watch(), { once: true });
    }
  }

  watch() {
    const near = new IntersectionObserver((entries) => entries.forEach((entry) => this.near(entry)), {
      root: this.sheet,
      rootMargin: "100% 0px",
    });
    // A line a third down the view: the page on it is the one that is read.
    const read = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => this.reads(Number(entry.target.dataset.number))), {
      root: this.sheet,
      rootMargin: "-33% 0px -66% 0px",
    });
    for (const leaf of this.leaves) {
      near.observe(leaf);
      read.observe(leaf);
    }
  }

  near({ target: leaf, isIntersecting }) {
    clearTimeout(leaf.settling);
    if (!isIntersecting) this.unload(leaf);
    else if (!leaf.querySelector("img")) leaf.settling = setTimeout(() => this.load(leaf), SETTLED);
  }

  /** One that is still on its way is not waited for: it would hold up those that are near now. */
  unload(leaf) {
    const image = leaf.querySelector("img");
    if (image && !image.complete) image.removeAttribute("src");
    image?.remove();
  }

  load(leaf) {
    const { number } = leaf.dataset;
    const image = new Image();
    image.alt = fill(this.sheet.dataset.words, { page: number, pages: this.pages });
    image.src = this.source.replace(/\/pages\/\d+\.png/, `/pages/${number}.png`);
    image.addEventListener("load", () => leaf.style.setProperty("--ratio", image.naturalWidth / image.naturalHeight));
    leaf.append(image);
  }

  reads(number) {
    this.number = number;
    if (document.activeElement !== this.at) this.at.value = number;
    this.previous.disabled = number === 1;
    this.next.disabled = number === this.pages;
  }

  /** @param down how far down the page, as a share of its height */
  turnTo(number, down = 0) {
    const leaf = this.leaves[Math.min(this.pages, Math.max(1, number)) - 1];
    const above = down ? this.sheet.clientHeight / 3 : 12;
    this.sheet.scrollTop = leaf.offsetTop + leaf.clientHeight * down - above;
    this.reads(Number(leaf.dataset.number));
  }

  tools(original) {
    const tool = (name) => original.querySelector(name);
    [this.previous, this.next] = [tool(".to-previous"), tool(".to-next")];
    this.previous.addEventListener("click", () => this.turnTo(this.number - 1));
    this.next.addEventListener("click", () => this.turnTo(this.number + 1));
    this.at.addEventListener("change", () => this.turnTo(Number(this.at.value) || this.number));
    this.zoomable(tool(".zoom-out"), tool(".zoom-in"));
    for (const still of original.querySelectorAll(".still")) still.remove();
    for (const alive of original.querySelectorAll(".alive")) alive.hidden = false;
  }

  zoomable(smaller, larger) {
    let step = 0;
    const zoom = (to) => {
      const leaf = this.leaves[this.number - 1];
      const down = (this.sheet.scrollTop + this.sheet.clientHeight / 3 - leaf.offsetTop) / leaf.clientHeight;
      step = Math.min(WIDTHS.length - 1, Math.max(0, to));
      this.sheet.style.setProperty("--zoom", `${WIDTHS[step]}%`);
      this.sheet.scrollTop = leaf.offsetTop + down * leaf.clientHeight - this.sheet.clientHeight / 3;
      smaller.disabled = step === 0;
      larger.disabled = step === WIDTHS.length - 1;
    };
    smaller.addEventListener("click", () => zoom(step - 1));
    larger.addEventListener("click", () => zoom(step + 1));
    smaller.disabled = true;
    this.sheet.addEventListener("keydown", ({ key }) => {
      if (key === "+" || key === "=") zoom(step + 1);
      if (key === "-") zoom(step - 1);
    });
  }

  mark(places) {
    for (const old of this.sheet.querySelectorAll(".hit")) old.remove();
    this.hits = places.map(({ boxes }) => boxes.map((box) => this.hit(box)));
  }

  hit({ page, x, y, width, height }) {
    const hit = document.createElement("span");
    hit.className = "hit";
    Object.assign(hit.style, { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
    this.leaves[page - 1].append(hit);
    return hit;
  }

  go(at, { page, boxes }) {
    for (const here of this.sheet.querySelectorAll(".here")) here.classList.remove("here");
    for (const hit of this.hits[at]) hit.classList.add("here");
    if (page) this.turnTo(page, boxes[0]?.y ?? 0);
    if (boxes[0]) this.sheet.scrollLeft = this.sheet.scrollWidth * boxes[0].x - this.sheet.clientWidth / 3;
  }
}

/** The text of an original that has no pages. */
class Passages {
  constructor(sheet) {
    this.sheet = sheet;
  }

  begin() {
    const mark = this.sheet.querySelector("mark");
    if (mark) this.scrollTo(mark);
  }

  scrollTo(element) {
    this.sheet.scrollTop = Math.max(0, element.offsetTop - this.sheet.clientHeight / 3);
  }

  passage({ passageId }) {
    return document.getElementById(`passage-${passageId.slice(passageId.lastIndexOf("#") + 1)}`);
  }

  mark(places) {
    for (const old of this.sheet.querySelectorAll(".holds")) old.classList.remove("holds", "here");
    for (const place of places) this.passage(place)?.classList.add("holds");
  }

  go(at, place) {
    for (const here of this.sheet.querySelectorAll(".here")) here.classList.remove("here");
    this.passage(place)?.classList.add("here");
    if (this.passage(place)) this.scrollTo(this.passage(place));
  }
}

function findable(original, shown) {
  const form = original.querySelector(".find");
  const field = form.querySelector("input");
  const told = form.querySelector("output");
  const [previous, next] = [form.querySelector(".find-previous"), form.querySelector(".find-next")];
  let sought = "";
  let found = { places: [], more: false };
  let at = 0;

  const go = (to) => {
    const count = found.places.length;
    previous.disabled = next.disabled = count === 0;
    if (count === 0) {
      told.textContent = sought ? form.dataset.none : "";
      return;
    }
    at = (to + count) % count;
    told.textContent = fill(found.more ? form.dataset.foundMany : form.dataset.found, { at: at + 1, count });
    shown.go(at, found.places[at]);
  };

  const find = async () => {
    const words = field.value.trim();
    if (words === sought) return;
    sought = words;
    const answered = words ? await places(form.dataset.find, words) : { places: [], more: false };
    if (words !== sought) return; // others were sought meanwhile
    if (!answered) {
      sought = "";
      told.textContent = form.dataset.trouble;
      return;
    }
    found = answered;
    shown.mark(found.places);
    go(0);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (field.value.trim() === sought) go(at + 1);
    else await find();
  });
  field.addEventListener("input", () => {
    clearTimeout(field.settling);
    field.settling = setTimeout(find, 300);
  });
  previous.addEventListener("click", () => go(at - 1));
  next.addEventListener("click", () => go(at + 1));
  form.hidden = false;
}

/** Nothing where the service does not answer. */
async function places(address, words) {
  const url = new URL(address, location.href);
  url.searchParams.set("q", words);
  const response = await fetch(url).catch(() => null);
  return response?.ok ? response.json() : null;
}

const alone = document.querySelector("main > #original");
if (alone) enliven(alone);
