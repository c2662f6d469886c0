using Fluid.Values;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Extensions and untrusted templates, as a renderer's options say.</summary>
public sealed class RendererExtensionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Extensions_OfTheOptions_AreKnownToTheTemplates()
    {
        _folder.Write("recent-smokes.liquid", "{% render 'partials/own', text: heading %}");
        _folder.Write("partials/own.liquid", "<p title=\"{{ text | quoted }}\">{{ text | quoted }}</p>");

        var fragment = await RenderAsync(new WidgetRendererOptions
        {
            TemplateFolder = _folder.Path,
            Extensions = new TemplateExtensions()
                .AddFilter("quoted", static (input, _, _) => new(new StringValue($"\"{input.ToStringValue()}\""))),
        });

        fragment.Error.ShouldBeNull();
        fragment.ToString().ShouldBe("<p title=\"&quot;&lt;Smokes&gt;&quot;\">&quot;&lt;Smokes&gt;&quot;</p>");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UntrustedTemplates_WithRawInAPartial_AreRefused(bool isUntrusted)
    {
        _folder.Write("recent-smokes.liquid", "{% render 'partials/own', text: heading %}");
        _folder.Write("partials/own.liquid", "<p>\n{{ text | raw }}</p>");

        var fragment = await RenderAsync(new WidgetRendererOptions { TemplateFolder = _folder.Path, UntrustedTemplates = isUntrusted });

        if (!isUntrusted)
        {
            fragment.ToString().ShouldBe("<p>\n<Smokes></p>");
            return;
        }

        fragment.ToString().ShouldNotContain("<Smokes>");
        var error = fragment.Error.ShouldBeOfType<TemplateException>().Errors[0];
        (error.Kind, error.Template, error.Line, error.Message).ShouldBe(
            (TemplateErrorKind.Encoding, "partials/own", 2, "Filter 'raw' is not allowed in this template."));
    }

    [Fact]
    public async Task UntrustedTemplates_WithTheBuiltInOnes_RenderAsEver() =>
        (await RenderAsync(new WidgetRendererOptions { UntrustedTemplates = true })).ToString()
            .ShouldBe((await RenderAsync(new WidgetRendererOptions())).ToString());

    private static async Task<HtmlFragment> RenderAsync(WidgetRendererOptions options)
    {
        using var handler = new StubHandler(TemplateCase.Full);
        await using var client = new SessionsClient(new SessionsClientOptions
        {
            ApiBaseUrl = new Uri("https://api.example.com"),
            HttpHandler = handler,
            TimeProvider = new ManualClock(),
            WaitingClock = new ManualClock(),
        });
        return await new WidgetRenderer(client, options)
            .RenderAsync(client.GetBusiness(BusinessType.Venue, "stogies-chapin"), new RecentSmokes { Heading = "<Smokes>" });
    }
}
