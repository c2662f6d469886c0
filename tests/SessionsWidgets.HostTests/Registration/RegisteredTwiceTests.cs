using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SessionsWidgets.AspNetCore;

namespace SessionsWidgets.HostTests.Registration;

/// <summary>Modules of a site that each register the library.</summary>
public sealed class RegisteredTwiceTests
{
    private static readonly Action<TemplateExtensions> Extend = extensions => extensions.AddTags(
        parser => parser.RegisterEmptyTag("house", static (writer, encoder, context) => ValueTask.FromResult(Fluid.Ast.Completion.Normal)));

    private static readonly Func<HttpContext, string?> FirstLabel = http => http.Request.Host.Host.Split('.')[0];

    private static readonly Dictionary<string, Action<IServiceCollection, IConfiguration>> Calls = new()
    {
        ["add"] = (services, section) => services.AddSessionsWidgets(section),
        ["core"] = (services, section) => services.AddSessionsWidgetsCore(section),
        ["resolver"] = (services, section) => services.AddSessionsWidgets(section).UseBusinessResolver(FirstLabel),
        ["core resolver"] = (services, section) => services.AddSessionsWidgetsCore(section).UseBusinessResolver(FirstLabel),
        ["widget"] = (services, section) => services.AddSessionsWidgets(section).AddWidget(HouseWidget.Type),
        ["warm"] = (services, section) => services.AddSessionsWidgets(section).KeepWarm(new RecentSmokes { Limit = 6 }, "north"),
        ["templates"] = (services, section) => services.AddSessionsWidgetsCore(section).ExtendTemplates(Extend),
        ["health"] = (services, _) => services.AddHealthChecks().AddSessionsWidgets(),
    };

    [Theory]
    [InlineData("resolver", "add")]
    [InlineData("add", "resolver")]
    [InlineData("add", "add", "resolver")]
    [InlineData("core", "resolver", "core", "add")]
    [InlineData("core resolver", "add")]
    [InlineData("resolver", "resolver")]
    [InlineData("widget", "resolver", "widget")]
    [InlineData("resolver", "warm", "add", "warm")]
    [InlineData("templates", "resolver", "templates", "add")]
    [InlineData("resolver", "health", "add")]
    [InlineData("health", "core", "widget", "warm", "templates", "resolver", "widget", "warm", "templates", "core", "add")]
    public async Task Site_RegistersTwice_IsAsIfOnce(params string[] calls)
    {
        await using var site = await RegisteredSite.StartAsync((services, section) =>
        {
            foreach (var call in calls) Calls[call](services, section);
        });
        using var north = await site.GetAsync("north.example.com");
        (await north.Content.ReadAsStringAsync()).ShouldContain("Jo Example");
        north.Headers.CacheControl!.Private.ShouldBeTrue("it depends on the host name");
        using var invented = await site.GetAsync("invented.example.com");
        invented.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        site.Paths.Distinct().ShouldBe(["/venues/north-lounge/sessions"]);

        var services = site.Services;
        services.GetServices<SessionsClient>().Count().ShouldBe(1);
        services.GetServices<WidgetRenderer>().Count().ShouldBe(1);
        services.GetServices<IHostedService>().Count(s => s.GetType().Name == "WidgetWarmer").ShouldBe(calls.Contains("warm") ? 1 : 0);
        services.GetServices<IValidateOptions<SessionsWidgetsOptions>>().Count().ShouldBe(1);
        services.GetRequiredService<WidgetRenderer>().Catalog.Definitions.Count(d => d.Name == "the-house")
            .ShouldBe(calls.Contains("widget") ? 1 : 0);
        if (!calls.Contains("health")) return;
        using var health = await site.GetAsync("north.example.com", "/health");
        (await health.Content.ReadAsStringAsync()).ShouldBe("Healthy");
    }

    [Fact]
    public async Task UseBusinessResolver_Twice_TheLastOneCounts()
    {
        await using var site = await RegisteredSite.StartAsync((services, section) =>
        {
            services.AddSessionsWidgets(section).UseBusinessResolver(_ => "north");
            services.AddSessionsWidgets(section).UseBusinessResolver(_ => "south");
            services.AddSessionsWidgets(section);
        });
        using var response = await site.GetAsync("north.example.com");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        site.Paths.ShouldBe(["/venues/south-lounge/sessions"]);
    }

    [Theory]
    [InlineData("SessionsWidgets", "Other", "the section 'SessionsWidgets', and now once more with the section 'Other'")]
    [InlineData("Shop:Widgets", "Blog:Widgets", "the section 'Shop:Widgets', and now once more with the section 'Blog:Widgets'")]
    [InlineData("SessionsWidgets", null, "the section 'SessionsWidgets', and now once more with the whole configuration")]
    [InlineData(null, "SessionsWidgets", "the whole configuration, and now once more with the section 'SessionsWidgets'")]
    public void AddSessionsWidgets_AnotherSection_IsAnErrorWithBothAndTheRemedy(string? first, string? second, string both)
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services.AddSessionsWidgets(Section(first)).UseBusinessResolver(FirstLabel);
        foreach (var method in (string[])["add", "core"])
        {
            var error = Should.Throw<InvalidOperationException>(() => Calls[method](services, Section(second)));
            error.Message.ShouldContain(both);
            error.Message.ShouldContain("SessionsWidgets:Businesses");
        }

        IConfiguration Section(string? path) => path is null ? configuration : configuration.GetSection(path);
    }

    [Fact]
    public void AddSessionsWidgets_SamePathInAnotherCase_IsTheSameSection()
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services.AddSessionsWidgets(configuration.GetSection("SessionsWidgets"));
        Should.NotThrow(() => services.AddSessionsWidgets(configuration.GetSection("sessionswidgets")));
    }

    [Fact]
    public async Task AddWidget_AnotherOfThatName_IsAnError()
    {
        var error = await Should.ThrowAsync<ParameterException>(() => RegisteredSite.StartAsync((services, section) =>
        {
            services.AddSessionsWidgets(section).AddWidget(HouseWidget.Type);
            services.AddSessionsWidgets(section).AddWidget(HouseWidget.Create());
        }));
        error.Message.ShouldContain("'the-house'; another widget has that name");
    }
}
