using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Caching;

public class CacheKeyTests
{
    private const int Pairs = 1_000_000;

    /// <summary>As far from each other as cultures can be. Made here, since a machine need not have any.</summary>
    private static readonly CultureInfo[] Cultures =
        [CultureInfo.InvariantCulture, Culture("\u2212", "yyyy/MM/dd", "."), Culture("neg", "dd.MM.yy", "\u061c/")];

    private static readonly TimeZoneInfo Custom = TimeZoneInfo.CreateCustomTimeZone("America/New_York", TimeSpan.FromHours(-5), null, null);
    private static readonly TimeZoneInfo[] Zones =
        [TimeZoneInfo.Utc, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")];
    private static readonly Day[] Days = [new DateOnly(2026, 7, 18), new DateOnly(2026, 7, 19), Day.Today, Day.Ago(1), Day.Ago(7)];

    /// <summary>Those that keys are wont to be joined by, control characters, letters with two forms, and halves of characters, which are
    /// no text.</summary>
    private static readonly string Characters =
        "ab1-_/|:;,.\n\r\t\0\u0001\u001e\u001f\u007f\u0085\u200b\u202e\u00e4\u0130\u0131\ud800\udc00";

    [Fact]
    public async Task Keys_OfAMillionRandomPairs_AreTheSameOnlyForTheSameRequest()
    {
        using var limits = new PageRequestLimits(new CachePolicy(), TimeProvider.System, NullLogger.Instance);
        var clocks = new Clocks(TimeProvider.System, TimeProvider.System);
        var source = new ListSource<SessionQuery, SmokeSession, SessionPage>(
            SessionList.Instance, new ApiClient(() => new StubHandler(""), clocks, TimeSpan.FromSeconds(1)), clocks, default, limits);
        var equal = 0;
        await Parallel.ForAsync(0, 4, (part, _) =>
        {
            var random = new Random(part);
            for (var i = 0; i < Pairs / 4; i++)
            {
                var a = RandomKey(random);
                // Of every two pairs, one differs in a single field, or in none.
                var b = i % 2 == 0 ? RandomKey(random) : Mutate(a, random);
                var isSame = Describe(a) == Describe(b);
                if (isSame) Interlocked.Increment(ref equal);
                (a == b).ShouldBe(isSame);
                if (isSame) a.GetHashCode().ShouldBe(b.GetHashCode());
                (NameOf(a, random) == NameOf(b, random)).ShouldBe(isSame);
            }

            return ValueTask.CompletedTask;
        });
        equal.ShouldBeInRange(1000, Pairs / 2, "both kinds of pairs are there");

        // The language does not affect a response, so it must not affect its name.
        string NameOf(BusinessKey<SessionQuery> key, Random random)
        {
#pragma warning disable RS0030 // That the ambient culture does not matter is what is tested.
            CultureInfo.CurrentCulture = Cultures[random.Next(Cultures.Length)];
#pragma warning restore RS0030
            return source.KeyHashOf(key);
        }
    }

    [Fact]
    public void Keys_OfTenantsThatShareAnId_Differ()
    {
        using var client = new SessionsClient(
            new SessionsClientOptions
            {
                ApiBaseUrl = new Uri("https://api.example.com"), ApiKey = "key-one", HttpHandler = new StubHandler(""),
            });
        var lounge = new BusinessOptions { BusinessId = "lounge" };
        BusinessKey<SessionQuery>[] keys =
        [
            .. new[]
            {
                lounge, lounge with
                {
                    ApiKey = "key-two",
                }, lounge with { BusinessType = BusinessType.Brand }, lounge with { BusinessId = "Lounge" },
                lounge with
                {
                    ApiBaseUrl = new Uri("https://api.example.com/v2"),
                }, lounge with { ApiBaseUrl = new Uri("https://api.example.org") },
            }.Select(b => KeyOf(client.GetBusiness(b), new SessionQuery { Limit = 5 })),
        ];
        keys.ShouldBeUnique();
    }

    [Fact]
    public void Keys_OfDaysThatDoNotDependOnTheZone_AreSharedByZones()
    {
        using var client = new SessionsClient(
            new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = new StubHandler("") });
        var (here, there) = (
            client.GetBusiness(new BusinessOptions { BusinessId = "lounge" }),
            client.GetBusiness(new BusinessOptions { BusinessId = "lounge", TimeZone = Zones[1].Id }));
        var day = new SessionQuery { From = new DateOnly(2026, 7, 1) };
        KeyOf(here, day).ShouldBe(KeyOf(there, day));
        var relative = new SessionQuery { From = Day.Ago(7) };
        KeyOf(here, relative).ShouldNotBe(KeyOf(there, relative));
        new TimeZoneKey(Zones[1]).ShouldNotBe(new TimeZoneKey(Custom));
    }

    [Fact]
    public void Names_OfSessions_AreTheHashOfTheseFields()
    {
        using var client = new SessionsClient(
            new SessionsClientOptions { ApiBaseUrl = new Uri("https://api.example.com"), HttpHandler = new StubHandler("") });
        var lounge = client.GetBusiness(BusinessType.Venue, "lounge");
        var query = new SessionQuery { Limit = 5, From = Day.Ago(7), Featured = true };
        // Another hash would lose what is in the distributed caches of hosts.
        lounge.Api.Sessions.KeyHashOf(KeyOf(lounge, query)).ShouldBe(CacheKeyHash.Of(
            "boxpressd", "https://api.example.com/", null, "Venue", "lounge", null, "5", "", "7 days ago", "", "True", "UTC"));
    }

    [Fact]
    public void Names_OfFieldsThatRunIntoEachOther_Differ()
    {
        CacheKeyHash.Of("ab", "c").ShouldNotBe(CacheKeyHash.Of("a", "bc"));
        CacheKeyHash.Of("a", null).ShouldNotBe(CacheKeyHash.Of("a", ""));
        CacheKeyHash.Of("a").ShouldNotBe(CacheKeyHash.Of("a", null));
        CacheKeyHash.Of("a\u001e", "b").ShouldNotBe(CacheKeyHash.Of("a", "\u001eb"));
        CacheKeyHash.Of("\ud800").ShouldNotBe(CacheKeyHash.Of("\ud801"));
    }

    private static BusinessKey<SessionQuery> KeyOf(BusinessContext business, SessionQuery query) =>
        business.Query(business.Api.Sessions, query).Key;

    /// <summary>Few values for each field, so that pairs are near each other. More than what is allowed in ids: the key relies on no check
    /// before it.</summary>
    private static BusinessKey<SessionQuery> RandomKey(Random random)
    {
        var query = new SessionQuery
        {
            Limit = Number(random), Offset = Number(random), From = RandomDay(random), To = RandomDay(random),
            Featured = random.Next(3) switch { 0 => null, 1 => true, _ => false }, CigarId = random.Next(2) == 0 ? null : Id(random),
        };
        return new BusinessKey<SessionQuery>(
            Address(random), Credential(random), (BusinessType)random.Next(2), Id(random), query, Zone(random));
    }

    private static BusinessKey<SessionQuery> Mutate(BusinessKey<SessionQuery> key, Random random) => random.Next(10) switch
    {
        0 => key with { BaseUrl = Address(random) },
        1 => key with { ApiKey = Credential(random) },
        2 => key with { Type = (BusinessType)random.Next(2) },
        3 => key with { BusinessId = Id(random) },
        4 => key with { Zone = Zone(random) },
        5 => key with { Query = key.Query with { Limit = Number(random) } },
        6 => key with { Query = key.Query with { Offset = Number(random) } },
        7 => key with { Query = key.Query with { From = RandomDay(random) } },
        8 => key with { Query = key.Query with { To = RandomDay(random) } },
        _ => key with { Query = key.Query with { CigarId = random.Next(2) == 0 ? null : Id(random) } },
    };

    private static CultureInfo Culture(string negative, string date, string separator)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = negative;
        culture.NumberFormat.NumberGroupSeparator = separator;
        (culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.DateSeparator) = (date, separator);
        return culture;
    }

    private static string Id(Random random) => string.Create(random.Next(4), random, static (text, random) =>
    {
        foreach (ref var c in text) c = Characters[random.Next(Characters.Length)];
    });

    private static string Address(Random random) =>
        random.Next(3) switch { 0 => "https://a.example.com/", 1 => "https://a.example.com/a", _ => "https://b.example.com/" };

    private static Secret? Credential(Random random) =>
        random.Next(4) switch { 0 => null, 1 => new Secret("one"), 2 => new Secret("onE"), _ => new Secret($"key-{random.Next(50)}") };

    private static int? Number(Random random) => random.Next(4) switch { 0 => null, 1 => 0, 2 => 1, _ => 11 };

    private static Day? RandomDay(Random random) => random.Next(3) == 0 ? null : Days[random.Next(Days.Length)];

    private static TimeZoneKey? Zone(Random random) => random.Next(2) == 0 ? null : new TimeZoneKey(Zones[random.Next(Zones.Length)]);

    private static (
        string, string?, BusinessType, string, int?, int?, string?, string?, bool?, string?, string?) Describe(
            BusinessKey<SessionQuery> key) => (
        key.BaseUrl, key.ApiKey?.Reveal(), key.Type, key.BusinessId,
        key.Query.Limit, key.Query.Offset, key.Query.From?.ToString(), key.Query.To?.ToString(), key.Query.Featured, key.Query.CigarId,
        key.Zone?.Info.Id);
}
