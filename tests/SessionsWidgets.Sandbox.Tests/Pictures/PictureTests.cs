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
            XElement svg = await DrawingAsync(url.PathAndQuery);
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
                XElement svg = await DrawingAsync(new Uri(url.GetString()!).PathAndQuery);
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

    private async Task<XElement> DrawingAsync(string path) => XDocument.Parse(await running.Client.GetStringAsync(path)).Root!;
}
