using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>The code of the pages that no other test runs: it compiles, and settings are taken.</summary>
public sealed class DocBlockTests
{
    private const string Lounge = "BusinessContext lounge = null!;\n";

    private const string Builder = "var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder();\n";

    private const string App = "var app = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder().Build();\n";

    [Theory]
    [InlineData("library.md", 0, "", Lounge)]
    [InlineData("calendar.md", 0, "", Lounge + "Microsoft.AspNetCore.Http.HttpResponse response = null!;\n")]
    [InlineData("guest-wifi.md", 0, "using System.Net;\n", Lounge)]
    [InlineData("widgets/wifi-time.md", 0, "", Lounge + "WidgetRenderer widgets = null!;\nvar address = System.Net.IPAddress.Loopback;\n")]
    [InlineData("preview.md", 0, "", App)]
    [InlineData("pictures.md", 0, "", App)]
    [InlineData("reliability.md", 0, "", Builder)]
    [InlineData(
        "page-caching.md",
        0,
        "using Microsoft.Extensions.Caching.Memory;\n",
        "HtmlFragment fragment = null!;\nTimeProvider clock = TimeProvider.System;\nIMemoryCache cache = null!;\n")]
    public void Block_OfAPage_Compiles(string page, int index, string usings, string before) =>
        ReadmeTests.Compile(
            "using SessionsWidgets;\nusing SessionsWidgets.AspNetCore;\n" + usings + before + Readme.Blocks(PathOf(page), "csharp")[index]);

    [Fact]
    public async Task Businesses_InTheSettingsOfThePage_AreFoundByName()
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(Readme.Blocks(PathOf("businesses.md"), "json")[0]));
        var section = new ConfigurationBuilder().AddJsonStream(json).Build().GetSection("SessionsWidgets");
        await using var services = new ServiceCollection().AddSessionsWidgetsCore(section).Services.BuildServiceProvider();
        var directory = services.GetRequiredService<BusinessDirectory>();

        (await directory.GetAsync("uptown")).BusinessId.ShouldBe("casa-belmonte");
        (await directory.GetAsync(null)).BusinessId.ShouldBe("stogies-chapin");
    }

    private static string PathOf(string page) => RepositoryFiles.PathOf(["docs", .. page.Split('/')]);
}
