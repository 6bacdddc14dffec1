// Shows the page of questions and answers within another site: <script src="…/embed.js" async></script>.
// It opens from a button in the corner; with data-into="#id" on the tag it stands in that element instead.
(() => {
  const words = /* words */ {};
  const tag = document.currentScript;
  const page = new URL(`/?embedded&lang=${words.language}`, tag.src).href;
  const style = `
    :host { all: initial; }
    iframe { display: block; width: 100%; height: 100%; border: 0; background: transparent; }
    .panel { position: fixed; z-index: 2147483000; right: 1rem; bottom: 5.25rem; width: min(26rem, calc(100vw - 2rem)); height: min(42rem, calc(100vh - 7rem));
      border-radius: .875rem; overflow: hidden; box-shadow: 0 .5rem 2.5rem rgb(0 0 0 / .25); }
    .panel[hidden] { display: none; }
    button { position: fixed; z-index: 2147483000; right: 1rem; bottom: 1rem; width: 3.5rem; height: 3.5rem; padding: 0; border: 2px solid #fff; border-radius: 50%;
      background: #17496b; color: #fff; cursor: pointer; box-shadow: 0 .25rem 1rem rgb(0 0 0 / .3); }
    button:focus-visible { outline: 3px solid #17496b; outline-offset: 3px; }
    svg { width: 1.6rem; height: 1.6rem; vertical-align: middle; }`;

  const frame = () => {
    const made = document.createElement("iframe");
    made.title = words.title;
    made.allow = "clipboard-write";
    made.src = page;
    return made;
  };

  const corner = () => {
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    const panel = document.createElement("div");
    panel.className = "panel";
    panel.id = "panel";
    panel.hidden = true;
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-controls", "panel");
    button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="M4 5h16v11H11l-5 4v-4H4z"/><path d="M8 9h8M8 12h5"/></svg>';
    const turn = (open) => {
      // The page is fetched when it is first wanted, and stays as it is while it is hidden.
      if (open && !panel.firstChild) panel.append(frame());
      panel.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
      button.setAttribute("aria-label", open ? words.hide : words.open);
      if (open) panel.firstChild.focus();
    };
    turn(false);
    button.addEventListener("click", () => turn(panel.hidden));
    root.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || panel.hidden) return;
      turn(false);
      button.focus();
    });
    root.append(panel, button);
    document.body.append(host);
  };

  const show = () => {
    const into = tag.dataset.into && document.querySelector(tag.dataset.into);
    if (!into) return corner();
    const made = frame();
    Object.assign(made.style, { display: "block", width: "100%", height: "100%", minHeight: "32rem", border: "0" });
    into.replaceChildren(made);
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
  else show();
})();
