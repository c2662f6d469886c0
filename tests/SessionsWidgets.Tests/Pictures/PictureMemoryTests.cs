using System.Globalization;
using System.Net.Http;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Pictures;

namespace SessionsWidgets.Tests.Pictures;

/// <remarks>Runs alone: it measures the memory of the process.</remarks>
[CollectionDefinition(nameof(PictureMemoryTests), DisableParallelization = true)]
[Collection(nameof(PictureMemoryTests))]
public class PictureMemoryTests
{
    private const long MaxBytes = 8 * 1024 * 1024;
    private const int Length = 20_000;

    [Fact]
    public async Task GetPictureAsync_TenThousandDifferent_TakeTheMemoryOfTheirLimit()
    {
        using var host = new StubHandler(static (request, _) =>
        {
            var number = int.Parse(request.RequestUri!.AbsolutePath.AsSpan(1), CultureInfo.InvariantCulture);
            return Task.FromResult(new HttpResponseMessage
            {
                Content = new ByteArrayContent(SamplePictures.Png(8, 8, Length, number)),
            });
        });
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            HttpHandler = host,
            Pictures = new PictureOptions
            {
                Mode = PictureMode.Proxy,
                Key = "the-key-of-these-tests-0123456789-abcdefghijklmnop",
                Path = "/pictures",
                MaxBytes = MaxBytes,
                FetchesPerMinute = 100_000,
            },
        });
        var addresses = client.Pictures.AddressesFor(null, isLocalApi: false);
        await GetAsync(0, 100);
        await client.Pictures.RemoveAsync(null);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await GetAsync(100, 10_000);

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        kept.ShouldBeLessThan(MaxBytes * 120 / 100);
        kept.ShouldBeGreaterThan(MaxBytes / 2, "they are kept as far as there is room");
        host.Requests.ShouldBe(10_100);

        async Task GetAsync(int from, int count)
        {
            for (var i = from; i < from + count; i++)
            {
                var address = addresses.Of(new Uri($"https://img.example.com/{i}"), "0123456789ab")!;
                (await client.GetPictureAsync(address.Split('/')[^1])).ShouldNotBeNull().Bytes.Length.ShouldBe(Length);
            }
        }
    }
}
