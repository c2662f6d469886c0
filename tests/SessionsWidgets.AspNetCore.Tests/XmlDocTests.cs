using System.Xml.Linq;

namespace SessionsWidgets.AspNetCore.Tests;

/// <summary>The examples in the XML documentation, as the build writes it next to the assemblies: they compile.</summary>
public sealed class XmlDocTests
{
    /// <summary>What the examples use without declaring it.</summary>
    private const string Given = """

        internal static class Given
        {
            public static Microsoft.AspNetCore.Builder.WebApplicationBuilder builder => null!;
            public static Microsoft.AspNetCore.Builder.WebApplication app => null!;
            public static SessionsClient client => null!;
            public static BusinessContext lounge => null!;
            public static WidgetRenderer renderer => null!;
        }
        """;

    /// <summary>The members that a newcomer meets first.</summary>
    private static readonly string[] EntryPoints =
    [
        "T:SessionsWidgets.BusinessContext", "T:SessionsWidgets.SessionsClient", "T:SessionsWidgets.WidgetRenderer",
        "M:SessionsWidgets.BusinessContext.GetCheckInsAsync", "M:SessionsWidgets.BusinessContext.GetEventsAsync",
        "M:SessionsWidgets.BusinessContext.GetSessionsAsync", "M:SessionsWidgets.WidgetRenderer.RenderAsync",
        "M:SessionsWidgets.ServiceCollectionExtensions.AddSessionsWidgetsCore",
        "M:SessionsWidgets.AspNetCore.SessionsWidgetsBuilderExtensions.AddSessionsWidgets",
        "M:SessionsWidgets.AspNetCore.SessionsWidgetsEndpointExtensions.MapSessionsWidgets",
    ];

    private static readonly List<(string Member, string Code)> Examples =
    [
        .. new[] { "SessionsWidgets", "SessionsWidgets.AspNetCore" }
            .SelectMany(name => XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{name}.xml")).Descendants("example"))
            .Select(example => (NameOf(example.Ancestors("member").Single()), example.Element("code")!.Value)),
    ];

    [Fact]
    public void Examples_AsWritten_Compile() => ReadmeTests.Compile(
        "using Microsoft.AspNetCore.Builder;\nusing SessionsWidgets;\nusing SessionsWidgets.AspNetCore;\nusing static Given;\n"
        + string.Concat(Examples.Select(example => $"{{\n#line 1 \"{example.Member}\"\n{example.Code}\n}}\n"))
        + $"#line default\n{Given}");

    [Fact]
    public void Members_ThatANewcomerMeetsFirst_HaveExamples() =>
        EntryPoints.Except(Examples.Select(example => example.Member)).ShouldBeEmpty();

    /// <summary>The name of a member, without its parameters.</summary>
    private static string NameOf(XElement member) => ((string)member.Attribute("name")!).Split('(')[0];
}
