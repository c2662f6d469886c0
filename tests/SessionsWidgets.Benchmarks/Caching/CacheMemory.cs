using System.Globalization;
using System.Text;

namespace SessionsWidgets.Benchmarks.Caching;

/// <summary>How much memory 10,000 businesses with three widgets of 4 KB each take in one process.</summary>
internal static class CacheMemory
{
    private const int Businesses = 10_000;
    private const int Widgets = 3;

    /// <summary>An answer of 4 KB.</summary>
    public static byte[] Json { get; } =
        Encoding.UTF8.GetBytes($$"""{"data":[{{string.Join(',', Enumerable.Range(0, 10).Select(Session))}}],"meta":{"count":10} }""");

    /// <param name="megabytes">Cache:MaxBytes, in MiB.</param>
    public static async Task RunAsync(int megabytes)
    {
        var before = Used();
        var answer = new CacheHitBenchmarks.Answer(Json);
        using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            HttpHandler = answer,
            Cache = new CachePolicy { FreshFor = TimeSpan.FromDays(1), MaxBytes = megabytes * 1024L * 1024 },
        });
        await AskAllAsync(client);
        var used = (Used() - before) / 1024.0 / 1024;
        var asked = answer.Requests;
        await AskAllAsync(client);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Businesses} businesses × {Widgets} answers of {Json.Length} bytes, Cache:MaxBytes {megabytes} MiB: {used:0} MiB of "
            + $"managed memory; {2 * asked - answer.Requests} of {asked} are there when asked again"));
    }

    private static async Task AskAllAsync(SessionsClient client)
    {
        for (var business = 0; business < Businesses; business++)
        {
            for (var widget = 0; widget < Widgets; widget++)
                await client.GetBusiness(BusinessType.Venue, $"business-{business}")
                    .GetSessionsAsync(new SessionQuery { Limit = 10 + widget });
        }
    }

    private static long Used()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static string Session(int number) => $$"""
        {"id":"ses_1{{number}}","createdAt":"2026-07-18T2{{number % 4}}:12:00.000Z","startedAt":"2026-07-18T20:00:00.000Z",
        "durationSeconds":4200,"rating":4.8,"note":"Excellent evening smoke, number {{number}}.",
        "user":{"id":"usr_1","displayName":"Jo E.","avatarUrl":"https://cdn.example.com/users/usr_1.jpg"},
        "cigar":{"id":"cgr_1","name":"Philosopher's Folly","brandName":"Example Cigars","imageUrl":"https://cdn.example.com/c/1.jpg"},
        "venue":{"id":"stogies","name":"Stogies"} }
        """;
}
