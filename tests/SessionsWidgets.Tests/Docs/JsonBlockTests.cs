using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.Tests.Docs;

/// <summary>Every JSON block of every page is what it seems to be: settings, which are taken as they are, or another file.</summary>
public sealed class JsonBlockTests
{
    /// <summary>What a page leaves out of its key.</summary>
    private const string Key = "q2Yk0ZpVxw8nR5bT1mLcJ7uHs4dGfEaXoPiN9vB3tCk=";

    public static TheoryData<string, string> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, string>();
            foreach (var block in DocBlocks.Of("json").DistinctBy(b => b.Text)) blocks.Add(block.ToString(), Whole(block.Text));
            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Block_OfAPage_IsTaken(string block, string json)
    {
        using var document = JsonDocument.Parse(json);
        switch (document.RootElement.EnumerateObject().First().Name)
        {
            case "SessionsWidgets":
                await TakeAsync(json);
                break;
            case "language":
                LocaleFile.Parse(Encoding.UTF8.GetBytes(json), block);
                break;
            // A part of a package.json: the tests of npm's package and of the site generators run it.
            case "scripts":
                document.RootElement.GetProperty("scripts").GetProperty("build").GetString()!.ShouldContain("sessions-widgets build ");
                break;
            case var other:
                other.ShouldBeOneOf("SessionsWidgets", "language", "scripts");
                break;
        }
    }

    [Fact]
    public async Task Block_WithAKeyThatDoesNotExist_IsRefused()
    {
        var json = DocBlocks.On("README.md", "json").ShouldHaveSingleItem().Text;
        var wrong = json.Replace("\"BusinessId\"", "\"BusinesId\"", StringComparison.Ordinal);
        (await Should.ThrowAsync<Exception>(() => TakeAsync(wrong))).Message.ShouldContain("there is no such key");
    }

    /// <summary>A page may show a part of a file.</summary>
    private static string Whole(string text) => text.StartsWith('{') ? text : $"{{{text.TrimEnd().TrimEnd(',')}}}";

    /// <summary>Registers the library with the settings, and finds every business that they name.</summary>
    private static async Task TakeAsync(string json)
    {
        // HostTests take an address that service discovery finds, with service discovery.
        var settings = json.Replace("\"…\"", $"\"{Key}\"", StringComparison.Ordinal)
            .Replace("https+http://", "https://", StringComparison.Ordinal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(settings));
        var section = new ConfigurationBuilder()
            // What a part leaves out.
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["SessionsWidgets:ApiBaseUrl"] = "https://api.example.com",
                ["SessionsWidgets:BusinessId"] = "lounge",
                ["SessionsWidgets:Pictures:Key"] = Key,
                ["SessionsWidgets:Pictures:Path"] = "https://www.example.com/widgets/pictures/",
            })
            .AddJsonStream(stream).Build().GetSection("SessionsWidgets");
        await using var services = new ServiceCollection().AddSessionsWidgetsCore(section).Services.BuildServiceProvider();
        services.GetRequiredService<WidgetRenderer>().Catalog.Definitions.ShouldNotBeEmpty();
        var directory = services.GetRequiredService<BusinessDirectory>();
        (await directory.GetAsync(null)).BusinessId.ShouldBe(section["BusinessId"]);
        foreach (var business in section.GetSection("Businesses").GetChildren())
            (await directory.GetAsync(business.Key)).BusinessId.ShouldBe(business["BusinessId"]);
    }
}
