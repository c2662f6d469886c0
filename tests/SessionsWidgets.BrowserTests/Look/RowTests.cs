namespace SessionsWidgets.BrowserTests.Look;

/// <summary>How the pieces of rows and cards stand to each other.</summary>
public sealed class RowTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Rows_AndCards_AreNeitherCrookedNorHollow()
    {
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(AllWidgets.Page(await AllWidgets.RenderAsync(states: false), "<style>body { margin: 0 }</style>"));
        (await page.EvaluateAsync<string[]>("""
            () => {
              const wrong = [], all = s => [...document.querySelectorAll(s)], box = e => e.getBoundingClientRect();
              const baseline = e => {
                const mark = document.createElement('span');
                mark.style.cssText = 'display: inline-block; width: 0; height: 0';
                e.append(mark);
                const at = box(mark).bottom;
                mark.remove();
                return at;
              };
              for (let width = 340; width <= 1280; width += 94) {
                document.body.style.width = `${width}px`;
                for (const row of all('.sw-who:has(.sw-live)')) {
                  const [name, pill] = [row.querySelector('.sw-person'), row.querySelector('.sw-live')];
                  const off = baseline(pill) - baseline(name);
                  if (off < 10 && Math.abs(off) > .1) wrong.push(`${width}: a pill is ${off} off its name`);
                }
                for (const facts of all('.sw-rows .sw-facts:not(:has(.sw-rating))')) {
                  const left = box(facts.closest('.sw-row')).right - box(facts.querySelector('time')).right;
                  if (width > 500 && left > 2) wrong.push(`${width}: ${left} are empty after a duration`);
                }
                for (const list of all('.sw-cards')) {
                  const cells = [...list.children], last = box(cells.at(-1));
                  const alone = cells.filter(c => box(c).top === last.top).length === 1;
                  if (alone && last.width < box(list).width - 1) wrong.push(`${width}: a card stands alone`);
                }
                for (const foot of all('.sw-cards .sw-card-foot')) {
                  const hollow = box(foot).top - box(foot.previousElementSibling).bottom;
                  if (!foot.closest('.sw-card').querySelector('.sw-note') && !foot.closest('.sw-cigar') && hollow > 40)
                    wrong.push(`${width}: a card without a note is hollow by ${hollow}`);
                }
              }
              for (const link of all('.sw-link')) {
                const name = link.querySelector('.sw-named') ?? link;
                if (!getComputedStyle(name).textDecorationLine.includes('underline'))
                  wrong.push(`${link.textContent} is not seen as a link`);
              }
              return wrong;
            }
            """)).ShouldBeEmpty();
    }
}
