// While the page is looked at, each marked place gets its widget anew once a minute. One that has not changed is a short answer: the browser sends its ETag.
setInterval(() => {
  if (document.hidden) return;
  for (const place of document.querySelectorAll("[data-refresh]")) refresh(place).catch(() => {});
}, 60_000);

async function refresh(place) {
  const answer = await fetch(place.dataset.refresh);
  // Whatever else comes, what stands there is the better page.
  if (answer.ok) place.innerHTML = await answer.text();
}
