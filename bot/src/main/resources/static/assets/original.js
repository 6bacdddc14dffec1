// A page of an original: scrolls to what is marked, and zooms.
const WIDTHS = [100, 140, 200, 280];

/** Brings an original to life, wherever it stands. */
export function enliven(original) {
  const sheet = original.querySelector(".sheet");
  const image = sheet.querySelector("img");
  if (image) {
    sheet.classList.add("loading");
    image.addEventListener("error", () => sheet.classList.remove("loading"), { once: true });
    whenLoaded(image, () => {
      sheet.classList.remove("loading");
      scrollTo(sheet, image.offsetTop + image.clientHeight * Number(sheet.dataset.focus));
    });
    zoomable(original, sheet, image);
  } else {
    const mark = sheet.querySelector("mark");
    if (mark) scrollTo(sheet, mark.offsetTop);
  }
}

function whenLoaded(image, then) {
  if (image.complete && image.naturalWidth) then();
  else image.addEventListener("load", then, { once: true });
}

function scrollTo(sheet, top) {
  sheet.scrollTop = Math.max(0, top - sheet.clientHeight / 3);
}

function zoomable(original, sheet, image) {
  const [smaller, larger] = [".zoom-out", ".zoom-in"].map((name) => original.querySelector(name));
  let step = 0;
  const zoom = (to) => {
    const centre = (sheet.scrollTop + sheet.clientHeight / 2) / sheet.scrollHeight;
    step = Math.min(WIDTHS.length - 1, Math.max(0, to));
    image.style.width = `${WIDTHS[step]}%`;
    sheet.scrollTop = centre * sheet.scrollHeight - sheet.clientHeight / 2;
    smaller.disabled = step === 0;
    larger.disabled = step === WIDTHS.length - 1;
  };
  smaller.addEventListener("click", () => zoom(step - 1));
  larger.addEventListener("click", () => zoom(step + 1));
  smaller.hidden = larger.hidden = false;
  smaller.disabled = true;
}

const alone = document.querySelector("main > #original");
if (alone) enliven(alone);
