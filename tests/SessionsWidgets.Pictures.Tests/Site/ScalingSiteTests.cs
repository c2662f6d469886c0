using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Pictures.Tests.Scaling;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.Pictures.Tests.Site;

public class ScalingSiteTests
{
    [Fact]
    public async Task Pictures_OfWidgets_AreServedInTheirSizes()
    {
        await using var site = await ScalingSite.StartAsync();
        var pictures = await site.PicturesOfAsync("/widgets/recent-smokes?layout=grid");

        pictures.Count.ShouldBeGreaterThan(4);
        var (source, others) = pictures[0];
        var dense = others.ShouldHaveSingleItem();
        using var usual = await site.Http.GetAsync(source);
        using var large = await site.Http.GetAsync(dense);
        foreach (var response in (HttpResponseMessage[])[usual, large])
        {
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.ToString().ShouldBe("image/webp");
            response.Headers.CacheControl!.ToString().ShouldBe("max-age=3600");
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }

        using var small = new ScaledPicture(await usual.Content.ReadAsByteArrayAsync());
        using var twice = new ScaledPicture(await large.Content.ReadAsByteArrayAsync());
        small.Size.Width.ShouldBeLessThan(twice.Size.Width);

        using var known = new HttpRequestMessage(HttpMethod.Get, dense);
        known.Headers.IfNoneMatch.Add(large.Headers.ETag!);
        using var unchanged = await site.Http.SendAsync(known);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var head = await site.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, dense));
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentType!.ToString().ShouldBe("image/webp");
        head.Content.Headers.ContentLength.ShouldBe(twice.Bytes.Length);

        // Scaled anew after a removal: the same bytes under the same address.
        await site.Services.GetRequiredService<SessionsClient>().RemoveAllAsync();
        (await site.PicturesOfAsync("/widgets/recent-smokes?layout=grid"))[0].Source.ShouldBe(pictures[0].Source);
        (await site.Http.GetByteArrayAsync(dense)).ShouldBe(twice.Bytes);
        (await site.Http.GetByteArrayAsync(source)).ShouldBe(small.Bytes);
    }

    [Fact]
    public async Task Template_OfTheReadme_HasPicturesOfTheSizesItNames()
    {
        using var templates = new TemporaryFolder();
        var block = DocBlocks.On("src/SessionsWidgets.Pictures/README.md", "liquid").ShouldHaveSingleItem().Text;
        templates.Write(
            "recent-smokes.liquid", $"{{% for session in sessions %}}{{% assign user = session.user %}}{block}{{% endfor %}}");
        await using var site = await ScalingSite.StartAsync(templates: templates.Path);

        var (source, others) = (await site.PicturesOfAsync("/widgets/recent-smokes"))[0];

        using var usual = new ScaledPicture(await site.Http.GetByteArrayAsync(source));
        using var dense = new ScaledPicture(await site.Http.GetByteArrayAsync(others.ShouldHaveSingleItem()));
        (usual.Size.Width, usual.Size.Height, dense.Size.Width, dense.Size.Height).ShouldBe((44, 44, 88, 88));
    }

    [Fact]
    public async Task Pictures_AllAtOnce_AreScaledAFewAtATimeAndEachOnce()
    {
        var scaler = new CountingScaler();
        await using var site = await ScalingSite.StartAsync(services => services.AddSingleton<IPictureScaler>(scaler));
        string[] fragments = ["recent-smokes?layout=grid&limit=12", "cigar-cards?limit=8", "upcoming-events?layout=cards", "session-card"];
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fragment in fragments)
        {
            foreach (var (source, others) in await site.PicturesOfAsync($"/widgets/{fragment}")) addresses.UnionWith([source, .. others]);
        }

        addresses.Count.ShouldBeGreaterThan(20);
        await Task.WhenAll(addresses.SelectMany(address => Enumerable.Range(0, 4).Select(async _ =>
        {
            using var response = await site.Http.GetAsync(address);
            response.Content.Headers.ContentType!.ToString().ShouldBe("image/webp");
        })));

        scaler.Calls.ShouldBe(addresses.Count);
        scaler.MostAtATime.ShouldBeInRange(1, Math.Clamp(Environment.ProcessorCount / 2, 1, 4));

        // Those of a business that is removed, once more.
        var client = site.Services.GetRequiredService<SessionsClient>();
        await client.RemoveAsync(await site.Services.GetRequiredService<BusinessDirectory>().GetAsync(null));
        foreach (var address in addresses) (await site.Http.GetAsync(address)).Dispose();
        scaler.Calls.ShouldBe(2 * addresses.Count);
    }

    /// <summary>The scaler itself, watched.</summary>
    private sealed class CountingScaler : IPictureScaler
    {
        private readonly SkiaPictureScaler _scaler = new();
        private readonly Lock _lock = new();
        private int _running;

        public int Calls { get; private set; }

        public int MostAtATime { get; private set; }

        public byte[]? Scale(WidgetPicture picture, int width, int height, PictureFit fit)
        {
            lock (_lock)
            {
                Calls++;
                MostAtATime = Math.Max(MostAtATime, ++_running);
            }

            try
            {
                return _scaler.Scale(picture, width, height, fit);
            }
            finally
            {
                lock (_lock) _running--;
            }
        }
    }
}
