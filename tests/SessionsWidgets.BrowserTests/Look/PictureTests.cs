using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.BrowserTests.Look;

/// <summary>Pictures that come, and those that do not; whole cigars at every width.</summary>
public sealed partial class PictureTests(Browser browser) : IClassFixture<Browser>
{
    private const string Pictures = "https://pictures.example.com/";

    [Theory]
    [InlineData("missing")]
    [InlineData("offline")]
    [InlineData("broken")]
    public async Task Pictures_ThatDoNotCome_LookAsIfThereWereNone(string how)
    {
        var with = await AllWidgets.RenderAsync(pictures: Pictures, states: false);
        var without = Image().Replace(with, "");
        without.Length.ShouldBeLessThan(with.Length - 2000);
        var shots = new List<string>();
        foreach (var widgets in (string[])[without, with])
        {
            var page = await browser.NewPageAsync(script: false);
            await page.SetViewportSizeAsync(1000, 9000);
            await page.RouteAsync("**/*", route => how switch
            {
                "missing" => route.FulfillAsync(new RouteFulfillOptions { Status = 404, Body = "no" }),
                "broken" => route.FulfillAsync(new RouteFulfillOptions { ContentType = "image/png", Body = "no picture" }),
                _ => route.AbortAsync(),
            });
            await page.SetContentAsync(
                AllWidgets.Page(widgets), new PageSetContentOptions { WaitUntil = WaitUntilState.NetworkIdle });
            const string Gone = "[...document.images].every(i => i.complete && i.offsetWidth === 0)";
            await Eventually.BeTrueAsync(() => page.EvaluateAsync<bool>(Gone), () => "pictures that do not come take no room");
            shots.Add(Convert.ToBase64String(await page.ScreenshotAsync()));
        }

        // Edges are not drawn to the last bit the same each time.
        var viewer = await browser.NewPageAsync();
        (await viewer.EvaluateAsync<int>(
            """
            async shots => {
              const [a, b] = await Promise.all(shots.map(async shot => {
                const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${shot}`)).blob());
                const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
                canvas.drawImage(image, 0, 0);
                return canvas.getImageData(0, 0, image.width, image.height).data;
              }));
              if (a.length !== b.length) return -1;
              return a.reduce((count, value, i) => count + (Math.abs(value - b[i]) > 16), 0);
            }
            """,
            shots)).ShouldBe(0);
    }

    [Fact]
    public async Task Pictures_ThatCome_PushInitialsAndDrawingsOutOfSight()
    {
        var page = await browser.NewPageAsync();
        await page.SetViewportSizeAsync(1000, 9000);
        // Without a ground, so that what stands behind would be seen.
        await page.RouteAsync("**/*", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "image/svg+xml",
            Body = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"16\"><path d=\"M9 9h9\" stroke=\"red\"/></svg>",
        }));
        await page.SetContentAsync(
            AllWidgets.Page(await AllWidgets.RenderAsync(pictures: Pictures, states: false)),
            new PageSetContentOptions { WaitUntil = WaitUntilState.NetworkIdle });

        var seen = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.sw-face, .sw-photo')].map(image => {
              const plate = image.parentElement, box = plate.getBoundingClientRect(), rest = document.createRange();
              if (!image.naturalWidth) return `${image.src} did not come`;
              rest.setStartAfter(image); rest.setEndAfter(plate.lastChild);
              const own = image.getBoundingClientRect();
              if (own.width < box.width - 2.5 || own.height < box.height - 2.5) return `${image.src} does not fill its place`;
              const art = image.nextElementSibling?.getBoundingClientRect() ?? rest.getBoundingClientRect();
              return art.top >= box.bottom - 1.5 ? '' : `${image.src} leaves ${art.top} of ${box.bottom}`;
            })
            """);
        seen.Length.ShouldBeGreaterThan(20);
        seen.Where(s => s.Length > 0).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cigars_AtEveryWidth_AreWholeAndTheirPlatesNotTwiceAsHigh()
    {
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(AllWidgets.Page(await AllWidgets.RenderAsync(states: false), "<style>body { margin: 0 }</style>"));
        (await page.EvaluateAsync<string[]>("""
            () => {
              const wrong = [];
              for (let width = 160; width <= 1280; width += 70) {
                document.body.style.width = `${width}px`;
                for (const art of document.querySelectorAll('.sw-picture > .sw-art')) {
                  const plate = art.parentElement.getBoundingClientRect(), cigar = art.firstElementChild.getBoundingClientRect();
                  if (plate.width === 0) continue;
                  const at = `${art.parentElement.className} in ${art.closest('.sw').className} at ${width}`;
                  if (cigar.left < plate.left || cigar.right > plate.right || cigar.top < plate.top || cigar.bottom > plate.bottom)
                    wrong.push(`${at}: cut`);
                  const { width: w, height: h } = art.viewBox.baseVal, image = Math.min(plate.height, plate.width * h / w);
                  if (plate.height > 2 * image) wrong.push(`${at}: ${plate.height} high for ${image}`);
                  if (cigar.width < .4 * plate.width) wrong.push(`${at}: ${cigar.width} wide in ${plate.width}`);
                }
              }
              return wrong;
            }
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Drawing_OfADarkLeafInTheDark_IsSeen()
    {
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(AllWidgets.Page(
            "<section class=\"sw\" data-sw-theme=\"dark\"><div class=\"sw-picture\">"
            + string.Concat(Enumerable.Range(0, 3).Select(i => $"<svg class=\"sw-art sw-wrapper-{i}\"><path class=\"sw-leaf\"/></svg>"))
            + "</div></section>"));
        var contrasts = await page.EvaluateAsync<double[]>("""
            () => {
              const light = color => color.match(/\d+/g).slice(0, 3).map(n => n / 255)
                .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
              const plate = light(getComputedStyle(document.querySelector('.sw-picture')).backgroundColor);
              return [...document.querySelectorAll('.sw-leaf')].map(l => (light(getComputedStyle(l).fill) + .05) / (plate + .05));
            }
            """);
        contrasts.Length.ShouldBe(3);
        contrasts.ShouldAllBe(c => c > 1.9);
    }

    [GeneratedRegex("<img [^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Image();
}
