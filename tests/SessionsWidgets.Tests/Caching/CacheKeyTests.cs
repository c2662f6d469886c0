using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

public class CacheKeyTests
{
    private const int Pairs = 1_000_000;

    [Fact]
    public async Task Keys_OfAMillionRandomPairs_AreTheSameOnlyForTheSameRequest()
    {
        using var client = new SessionsClient(new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = new StubHandler("") });
        var source = new SessionSource(new ApiClient(() => new StubHandler(""), TimeProvider.System, TimeSpan.FromSeconds(1)), TimeProvider.System, allowHttpPictures: false);
        await Parallel.ForAsync(0, 4, (part, _) =>
        {
            var random = new Random(part);
            for (var i = 0; i < Pairs / 4; i++)
            {
                var (a, b) = (RandomKey(random), RandomKey(random));
                var isSame = Describe(a) == Describe(b);
                (a == b).ShouldBe(isSame);
                if (a.GetHashCode() == b.GetHashCode() && !isSame) a.Equals(b).ShouldBeFalse();
                (source.NameOf(a) == source.NameOf(b)).ShouldBe(isSame);
            }

            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Names_OfFieldsThatRunIntoEachOther_Differ()
    {
        CacheName.Of("ab", "c").ShouldNotBe(CacheName.Of("a", "bc"));
        CacheName.Of("a", null).ShouldNotBe(CacheName.Of("a", ""));
        CacheName.Of("a").ShouldNotBe(CacheName.Of("a", null));
        CacheName.Of("a\u001e", "b").ShouldNotBe(CacheName.Of("a", "\u001eb"));
        CacheName.Of("\ud800").ShouldNotBe(CacheName.Of("\ud801"));
    }

    /// <summary>Few values for each field, so that many pairs differ in one only; with the characters that keys are wont to be joined by.</summary>
    private static SessionSource.Key RandomKey(Random random)
    {
        string[] ids = ["a", "b", "a\u001e", "\u001ea", "a\nb", "a|b", "a\0", "", "ä", "\ud800", "\ud801"];
        string?[] cigars = [null, null, "c", "a", ""];
        int?[] numbers = [null, 0, 1, 11];
        DateOnly?[] days = [null, new DateOnly(2026, 7, 18), new DateOnly(2026, 7, 19)];
        bool?[] flags = [null, true, false];
        Secret?[] secrets = [null, new Secret("one"), new Secret("two")];
        return new SessionSource.Key(
            Of(["https://a.example.com/", "https://a.example.com/a"]), Of(secrets), Of([BusinessType.Venue, BusinessType.Brand]), Of(ids),
            new SessionQuery { Limit = Of(numbers), Offset = Of(numbers), From = Of(days), To = Of(days), Featured = Of(flags), CigarId = Of(cigars) });

        T Of<T>(T[] values) => values[random.Next(values.Length)];
    }

    private static (string, string?, BusinessType, string, int?, int?, DateOnly?, DateOnly?, bool?, string?) Describe(SessionSource.Key key) => (
        key.BaseUrl, key.ApiKey?.Fingerprint, key.Type, key.BusinessId,
        key.Query.Limit, key.Query.Offset, key.Query.From, key.Query.To, key.Query.Featured, key.Query.CigarId);
}
