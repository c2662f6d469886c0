using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace SessionsWidgets.Sandbox.Tests.Pictures;

public sealed class PictureTests(RunningSandbox running) : IClassFixture<RunningSandbox>
{
    private static readonly string[] _elements = ["svg", "g", "rect", "ellipse", "path"];

    [Fact]
    public async Task Pictures_OfAllSessions_AreWellFormedAndFlat()
    {
        var urls = new HashSet<Uri>();
        string[] brands =
        [
            "casa-belmonte", "valle-oscuro", "marchetti", "old-harbor", "alder-finch", "dos-rios", "san-andres-de-la-perla",
            "hanabira",
        ];
        foreach (string brand in brands)
        {
            foreach (JsonElement session in await running.AllSessionsAsync($"/brands/{brand}/sessions"))
            {
                Add(session.GetProperty("user"), "avatarUrl");
                Add(session.GetProperty("cigar"), "imageUrl");
            }
        }

        urls.Count.ShouldBeGreaterThan(190);
        foreach (Uri url in urls)
        {
            url.IsLoopback.ShouldBeTrue();
            XElement svg = await DrawingAsync(SvgOf(url));
            svg.DescendantsAndSelf().Select(element => element.Name.LocalName).ShouldBeSubsetOf(_elements);
            svg.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName).ShouldNotContain("id");
            svg.ToString().ShouldNotContain("NaN");
        }

        void Add(JsonElement parent, string name)
        {
            if (parent.TryGetProperty(name, out JsonElement url) && url.ValueKind == JsonValueKind.String)
                urls.Add(new Uri(url.GetString()!));
        }
    }

    [Fact]
    public async Task Pictures_OfAllEvents_AreWellFormedFlatAndFillTheirFrame()
    {
        var drawings = new HashSet<string>();
        foreach (string venue in (string[])["stogies-chapin", "copper-leaf", "harbour-nine"])
        {
            foreach (JsonElement item in await running.SessionsAsync($"/venues/{venue}/events?status=all&limit=100"))
            {
                if (!item.TryGetProperty("imageUrl", out JsonElement url) || url.ValueKind != JsonValueKind.String)
                    continue;
                XElement svg = await DrawingAsync(SvgOf(new Uri(url.GetString()!)));
                svg.Attribute("viewBox")?.Value.ShouldBe("0 0 640 360");
                svg.DescendantsAndSelf().Select(element => element.Name.LocalName).ShouldBeSubsetOf(_elements);
                svg.DescendantsAndSelf().Attributes().Select(attribute => attribute.Name.LocalName).ShouldNotContain("id");
                XElement ground = svg.Elements().First();
                ground.Name.LocalName.ShouldBe("rect");
                ground.Attribute("width")?.Value.ShouldBe("640");
                drawings.Add(svg.ToString());
            }
        }

        drawings.Count.ShouldBeGreaterThan(15);
        drawings.ShouldAllBe(drawing => !drawing.Contains("NaN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/cdn/events/evt_10001.svg", "0 0 640 360")]
    [InlineData("/cdn/cigars/cgr_10001.svg", "0 0 400 160")]
    [InlineData("/cdn/cigars/cgr_10001.svg?view=lying", "0 0 400 160")]
    [InlineData("/cdn/cigars/cgr_10001.svg?view=tilted", "0 0 320 240")]
    [InlineData("/cdn/users/usr_10001.svg", "0 0 96 96")]
    public async Task Picture_EveryView_HasItsFrame(string path, string viewBox) =>
        (await DrawingAsync(path)).Attribute("viewBox")?.Value.ShouldBe(viewBox);

    [Theory]
    [InlineData("/cdn/cigars/cgr_10001.svg")]
    [InlineData("/cdn/events/evt_10001.svg")]
    public async Task Picture_WithoutKey_IsServedForLong(string path)
    {
        using var client = new HttpClient();

        using HttpResponseMessage answer = await client.GetAsync(new Uri(running.Sandbox.BaseUrl, path));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType?.ToString().ShouldBe("image/svg+xml; charset=utf-8");
        answer.Headers.CacheControl?.ToString().ShouldBe("public, max-age=31536000, immutable");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
    }

    [Theory]
    [InlineData("/cdn/cigars/cgr_99999.svg", HttpStatusCode.NotFound)]
    [InlineData("/cdn/cigars/cgr_10010.svg", HttpStatusCode.NotFound)]
    [InlineData("/cdn/users/usr_10006.svg", HttpStatusCode.NotFound)]
    [InlineData("/cdn/events/evt_10012.svg", HttpStatusCode.NotFound)]
    [InlineData("/cdn/events/evt_99999.svg", HttpStatusCode.NotFound)]
    [InlineData("/cdn/users/usr_99999.svg", HttpStatusCode.NotFound)]
    [InlineData("/cdn/cigars/cgr_10001.svg?view=above", HttpStatusCode.BadRequest)]
    public async Task Picture_ThatIsNot_IsRefused(string path, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await running.Client.GetAsync(path);

        answer.StatusCode.ShouldBe(status);
        answer.Headers.CacheControl.ShouldBeNull();
    }

    [Fact]
    public async Task Pictures_OfDifferentCigars_Differ()
    {
        var drawings = new HashSet<string>();
        foreach (int number in (int[])[10001, 10002, 10003, 10004, 10005, 10006, 10011, 10012, 10016, 10021, 10026, 10036])
            drawings.Add((await DrawingAsync($"/cdn/cigars/cgr_{number}.svg")).ToString());
        drawings.Count.ShouldBe(12);
    }

    /// <summary>Twice as large as the drawing, with a ground if that has one, and drawn to its middle.</summary>
    [Theory]
    [InlineData("/cdn/events/evt_10001.png", 1280, 720, 2)]
    [InlineData("/cdn/cigars/cgr_10001.png", 800, 320, 6)]
    [InlineData("/cdn/cigars/cgr_10001.png?view=tilted", 640, 480, 6)]
    [InlineData("/cdn/users/usr_10001.png", 192, 192, 2)]
    public async Task Picture_AsPng_IsTheDrawingInPixels(string path, int width, int height, int colorType)
    {
        using HttpResponseMessage answer = await running.Client.GetAsync(path);
        byte[] png = await answer.Content.ReadAsByteArrayAsync();

        answer.Content.Headers.ContentType?.ToString().ShouldBe("image/png");
        byte[][] lines = PngLines.Read(png, out (int Width, int Height, int ColorType) header);
        header.ShouldBe((width, height, colorType));
        int channels = colorType == 2 ? 3 : 4;
        lines.SelectMany(line => line.Chunk(channels)).Select(Convert.ToHexString).Distinct().Count().ShouldBeGreaterThan(20);
        lines[height / 2][(width / 2 * channels) + channels - 1].ShouldBeGreaterThan((byte)0);
        (await running.Client.GetByteArrayAsync(path)).ShouldBe(png);
    }

    [Fact]
    public async Task Pictures_OfEveryDrawing_ComeAsPng()
    {
        for (int number = 10001; number <= 10040; number++)
        {
            foreach (string kind in (string[])["users/usr", "cigars/cgr", "events/evt"])
            {
                using HttpResponseMessage answer = await running.Client.GetAsync($"/cdn/{kind}_{number}.png");
                answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
                if (answer.IsSuccessStatusCode)
                    PngLines.Read(await answer.Content.ReadAsByteArrayAsync(), out _);
            }
        }
    }

    private static string SvgOf(Uri png) => png.PathAndQuery.Replace(".png", ".svg", StringComparison.Ordinal);

    private async Task<XElement> DrawingAsync(string path) => XDocument.Parse(await running.Client.GetStringAsync(path)).Root!;
}
