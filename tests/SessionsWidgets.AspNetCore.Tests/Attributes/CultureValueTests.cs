using System.Globalization;
using Microsoft.AspNetCore.Builder;
using SessionsWidgets.AspNetCore.Tests.Components;

namespace SessionsWidgets.AspNetCore.Tests.Attributes;

/// <summary>C# values in Razor attributes, which reach a tag helper as text of the current culture.</summary>
public class CultureValueTests
{
    private static readonly string[] Cultures = ["", "en-US", "tr-TR", "ar-SA", "fa-IR", "th-TH", "fr-FR", "sv-SE"];

    public static TheoryData<string> All => [.. Cultures];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Tag_WithValuesOfCSharp_ReadsThemAsInvariantOnes(string culture)
    {
        await using var site = await StartAsync(culture, "Production");
        foreach (var kind in (string[])["date", "time", "midnight", "moment", "day", "text"])
        {
            (await site.SectionAsync($"/Culture/{kind}")).ClassList.ShouldContain("sw-recent-smokes", kind);
            // The first one asks; to the others it is the same query.
            site.Sandbox.Requests.All.ShouldHaveSingleItem(kind).Query.ShouldBe("?limit=100&from=2026-11-01&to=2028-02-29&featured=true");
        }

        await site.MainAsync("/Culture/late");
        site.Sandbox.Requests.All[^1].Query.ShouldBe("?limit=100&from=2027-12-31&to=2028-02-29&featured=true");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Tag_WithANumberThatIsNotAllowed_NamesItAsEverySurfaceDoes(string culture)
    {
        await using var site = await StartAsync(culture, "Development");
        (await site.SectionAsync("/CultureRefused/negative")).TextContent
            .ShouldContain("offset is '-5'; it must be a whole number, 0 or more.");
    }

    [Theory]
    [InlineData("en-US", "us", "from is '11/1/2026'; it must be a day")]
    [InlineData("fr-FR", "fr", "from is '01/11/2026'; it must be a day")]
    [InlineData("tr-TR", "tr", "from is '1.11.2026'; it must be a day")]
    [InlineData("th-TH", "th", "from is '1/11/2569'; it must be a day")]
    [InlineData("en-US", "words", "from is 'first of 11/1/2026'; it must be a day")]
    [InlineData("en-US", "id", "cigar-id is '11/1/2026'; it must be 1 to 64 letters")]
    public async Task Tag_WithALiteralOrOtherText_TakesItAsEverySurfaceDoes(string culture, string which, string message)
    {
        await using var site = await StartAsync(culture, "Development");
        (await site.SectionAsync($"/CultureRefused/{which}")).TextContent.ShouldContain(message);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ToInvariant_DatesOfManyYears_AreReadBack(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        var from = WidgetCatalog.BuiltIn.Get("recent-smokes").FindParameter("from")!;
        for (var date = new DateOnly(1990, 1, 1); date.Year < 2060; date = date.AddDays(37))
        {
            var iso = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var time = date.ToDateTime(new TimeOnly(23, 59, 58));
            from.ToInvariant(date.ToString(culture), culture).ShouldBe(iso);
            from.ToInvariant(time.ToString(culture), culture).ShouldBe(iso);
            from.ToInvariant(new DateTimeOffset(time, TimeSpan.FromHours(11)).ToString(culture), culture).ShouldBe(iso);
        }

        // What every surface reads goes first.
        foreach (var text in (string[])["2026-11-01", "today", "7 days ago", "tomorrow", "", "32/13/2026"])
            from.ToInvariant(text, culture).ShouldBe(text);
    }

    private static Task<TestSite> StartAsync(string culture, string environment) => TestSite.StartAsync(
        environment,
        map: app => app.UseRequestLocalization(options => options.SetDefaultCulture(culture).RequestCultureProviders.Clear()));
}
