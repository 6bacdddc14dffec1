// The page of a stored answer: its address to copy, itself to print, and each page at what is quoted of it.
import { copyText } from "./clipboard.js";

document.querySelector(".alive").hidden = false;
document.querySelector(".print").addEventListener("click", () => print());
document.querySelector(".share").addEventListener("click", async ({ currentTarget }) => {
  const words = currentTarget.querySelector("span");
  await copyText(location.origin + location.pathname);
  words.textContent = words.dataset.done;
  document.getElementById("status").textContent = words.dataset.done;
});

for (const excerpt of document.querySelectorAll(".excerpt")) {
  const image = excerpt.querySelector("img");
  const show = () => {
    excerpt.scrollTop = image.clientHeight * Number(excerpt.dataset.focus) - excerpt.clientHeight / 3;
  };
  if (image.complete) show();
  image.addEventListener("load", show);
}
