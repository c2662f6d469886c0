// While the page is looked at, each marked place gets its widget anew once a minute. One that has not changed is a short answer: the browser sends its ETag.
setInterval(() => {
  if (document.hidden) return;
  for (const place of document.querySelectorAll("[data-refresh]")) refresh(place).catch(() => {});
}, 60_000);

async function refresh(place) {
  const answer = await fetch(place.dataset.refresh);
  // An error or a fallback notice does not replace a widget.
  if (answer.ok && answer.headers.get("Cache-Control") !== "no-store") place.innerHTML = await answer.text();
}
