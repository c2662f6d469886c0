using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace SessionsWidgets.BrowserTests.Pictures;

/// <summary>Whether pictures come in the size that browsers show them in.</summary>
public sealed class PictureSizeTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    /// <summary>Of every picture of a widget: what the browser has chosen, and how large it shows that, in pixels of the screen.</summary>
    private const string Measure =
        """
        async () => {
          const pictures = [...document.querySelectorAll('.sw img')].filter(img => img.getClientRects().length > 0);
          const result = [];
          for (const img of pictures) {
            img.scrollIntoView();
            await img.decode();
            const file = await (await fetch(img.currentSrc)).blob();
            const pixels = await createImageBitmap(file);
            const [x, y] = [img.clientWidth / pixels.width, img.clientHeight / pixels.height];
            const scale = getComputedStyle(img).objectFit === 'cover' ? Math.max(x, y) : Math.min(x, y);
            result.push({
              kind: img.className + ' in ' + img.parentElement.className,
              isWebP: file.type === 'image/webp',
              box: img.clientWidth + ' x ' + img.clientHeight,
              file: pixels.width + ' x ' + pixels.height,
              ratio: 1 / (scale * devicePixelRatio),
            });
          }
          return result;
        }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Pictures_OnUsualAndDenseScreens_HaveTheirPixelsAndNotManyMore(int density)
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var width in (int[])[1280, 768, 360])
        {
            foreach (var path in (string[])["/", "/events"])
            {
                var page = await OpenAsync(density, width, path);
                foreach (var picture in await page.EvaluateAsync<Picture[]>(Measure))
                {
                    var description = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{path} at {width} x {density}: {picture.Kind}, {picture.Box}: {picture.File}, {picture.Ratio:0.00}");
                    // The sandbox draws cigars that are a little smaller than the largest place on a dense screen.
                    picture.Ratio.ShouldBeInRange(0.95, 2.25, description);
                    picture.IsWebP.ShouldBeTrue(description);
                    if (kinds.Add(picture.Kind)) output.WriteLine(description);
                }

                await page.Context.CloseAsync();
            }
        }

        foreach (var kind in (string[])["sw-avatar", "sw-picture-16-9", "sw-event-thumb", "sw-picture-5-2", "sw-picture-2-1"])
            kinds.ShouldContain(found => found.Contains(kind, StringComparison.Ordinal));
    }

    /// <summary>The figure of docs/benchmarks.md.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Home_WithAllItsPictures_IsWrittenAsBytes(int density)
    {
        var page = await browser.NewPageAsync(density, 1280);
        var requests = new ConcurrentQueue<IRequest>();
        page.RequestFinished += (_, request) => requests.Enqueue(request);
        await page.GotoAsync(browser.Url.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (var picture in await page.Locator("img").AllAsync())
        {
            await picture.ScrollIntoViewIfNeededAsync();
            await picture.EvaluateAsync("img => img.decode()");
        }

        var (all, pictures, count) = (0L, 0L, 0);
        foreach (var request in requests)
        {
            var sizes = await request.SizesAsync();
            var bytes = sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            all += bytes;
            if (!request.Url.Contains("/widgets/pictures/", StringComparison.Ordinal)) continue;
            pictures += bytes;
            count++;
        }

        output.WriteLine($"Home at 1280, {density} x: {all} bytes in {requests.Count} responses, {pictures} of them {count} pictures.");
        count.ShouldBeGreaterThan(20);
        (pictures / count).ShouldBeLessThan(density * 8192L);
    }

    private async Task<IPage> OpenAsync(int density, int width, string path)
    {
        var page = await browser.NewPageAsync(density, width);
        await page.GotoAsync(new Uri(browser.Url, path).AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }

    private sealed record Picture
    {
        public string Kind { get; init; } = "";

        public bool IsWebP { get; init; }

        public string Box { get; init; } = "";

        public string File { get; init; } = "";

        /// <summary>Pixels of the file for one of the screen, along a side.</summary>
        public double Ratio { get; init; }
    }
}
