// Keeps the choices of width and scheme from page to page, and loads the page again when a file of it has changed.
(() => {
  "use strict";
  const script = document.currentScript;
  const radios = [...document.querySelectorAll(".gl-choice input")];
  const chosen = new URLSearchParams(location.search);
  for (const radio of radios) if (chosen.get(radio.name) === radio.value) radio.checked = true;

  const keep = () => {
    for (const radio of radios) {
      if (radio.checked && !radio.defaultChecked) chosen.set(radio.name, radio.value);
      else if (radio.checked) chosen.delete(radio.name);
    }
    for (const link of document.querySelectorAll(".gl-top a, .gl-nav a, .gl-card h2 a")) {
      const address = new URL(link.href);
      address.search = chosen;
      link.href = address;
    }
    try {
      history.replaceState(null, "", `${location.pathname}${chosen.size ? `?${chosen}` : ""}${location.hash}`);
    } catch {
      // Pages from a file may keep their address: the links have the choices.
    }
  };
  document.addEventListener("change", keep);
  keep();

  if (!script.dataset.events) return;
  const address = new URL(script.dataset.events, location);
  let events = null;
  const close = () => { events?.close(); events = null; };
  // A page that nobody sees holds no connection: browsers have six for a site, in all tabs together.
  const follow = () => {
    if (document.visibilityState === "hidden") close();
    else if (!events) {
      events = new EventSource(address);
      events.onmessage = () => location.reload();
    }
  };
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", close);
  addEventListener("pageshow", follow);
  follow();
})();
