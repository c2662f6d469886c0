using System.Xml.Linq;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Architecture;
using SessionsWidgets.TestSupport.Docs;

namespace SessionsWidgets.Tests.Architecture;

/// <summary>Each folder of the core uses only the folders above it, and each project only those below it.</summary>
public class RoomTests
{
    /// <summary>From the ground up; CONTRIBUTING.md draws them.</summary>
    private static readonly string[] Rooms =
    [
        "Primitives", "Diagnostics", "Localization", "Http", "Caching", "Pictures", "Boxpressd", "GuestWifi", "Context", "Templates",
        "Widgets", "Rendering", "Calendar", "Hosting",
    ];

    /// <summary>The projects of the library and of what stands on it, each with those that it may use.</summary>
    private static readonly Dictionary<string, string[]> Projects = new(StringComparer.Ordinal)
    {
        ["SessionsWidgets"] = [],
        ["SessionsWidgets.AspNetCore"] = ["SessionsWidgets"],
        ["SessionsWidgets.Cli"] = ["SessionsWidgets"],
        ["SessionsWidgets.MSBuild"] = ["SessionsWidgets.Cli"],
        ["SessionsWidgets.Pictures"] = ["SessionsWidgets"],
        ["SessionsWidgets.Sandbox"] = ["SessionsWidgets"],
        ["SessionsWidgets.Templates"] = [],
    };

    private static readonly string Core = RepositoryFiles.PathOf("src", "SessionsWidgets");

    [Fact]
    public void Core_EachFolder_UsesOnlyTheFoldersAboveIt()
    {
        var source = new SourceCompilation([Core]);

        source.Unresolved.ShouldBeEmpty();
        Violations(source).ShouldBeEmpty();
    }

    [Fact]
    public void Core_ItsFolders_AreTheRooms() =>
        SourceCompilation.SourceFiles(Core)
            .Select(RoomOf)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(Rooms.Order(StringComparer.Ordinal));

    /// <summary>From the top down, and each in a line of its own, between those that say so.</summary>
    [Fact]
    public void Drawing_OfTheRooms_IsTheirOrder()
    {
        var lines = DocBlocks.All.Single(b => b.Page == "CONTRIBUTING.md" && b.Text.Contains("(the core)", StringComparison.Ordinal)).Text
            .Split('\n').SkipWhile(l => !l.StartsWith("SessionsWidgets ", StringComparison.Ordinal));
        lines.Select(l => l.Replace("SessionsWidgets ", "", StringComparison.Ordinal).Replace("(the core)", "", StringComparison.Ordinal))
            .Select(l => l.TrimStart().Split(' ')[0]).Where(name => name != "v")
            .ShouldBe(Rooms.Reverse());
    }

    [Fact]
    public void Core_WithPlantedViolations_AreFound()
    {
        (string, string) Planted(string room, string member) =>
            (Path.Combine(Core, room, "Planted.cs"), $"namespace SessionsWidgets; internal static class PlantedIn{room} {{ {member} }}");
        const string Extension =
            "namespace SessionsWidgets; internal static class Below { public static object WithoutText(this Widget widget) => widget; }";
        var source = new SourceCompilation(
            [Core],
            Planted("Http", "public static object? Of(WidgetContext context) => context;"),
            Planted("Caching", "public static object Of(IEnumerable<object> all) => all.Select(WidgetCatalog.BuiltIn.Equals);"),
            Planted("Templates", "public static object Of(Widget widget) => widget.WithoutText();"),
            (Path.Combine(Core, "Rendering", "Below.cs"), Extension));

        var violations = Violations(source).ToList();
        violations.ShouldContain("Http/Planted.cs uses WidgetContext of Widgets");
        violations.ShouldContain("Caching/Planted.cs uses BuiltIn of Widgets");
        violations.ShouldContain("Templates/Planted.cs uses WithoutText of Rendering");
    }

    [Fact]
    public void Projects_EachOfTheLibrary_UsesOnlyThoseBelowIt()
    {
        var source = RepositoryFiles.PathOf("src");
        Directory.EnumerateDirectories(source)
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Projects.Keys.Order(StringComparer.Ordinal));

        Projects.SelectMany(
            project => Violations(project.Key, File.ReadAllText(Path.Combine(source, project.Key, project.Key + ".csproj"))))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Projects_WithAPlantedViolation_IsFound() =>
        Violations(
            "SessionsWidgets",
            """
            <Project>
              <ItemGroup>
                <ProjectReference Include="../SessionsWidgets.Cli/SessionsWidgets.Cli.csproj" />
              </ItemGroup>
            </Project>
            """)
            .ShouldBe(["SessionsWidgets uses SessionsWidgets.Cli"]);

    private static IEnumerable<string> Violations(SourceCompilation source) => source.Uses()
        .Where(static use => Array.IndexOf(Rooms, RoomOf(use.Declaration)) > Array.IndexOf(Rooms, RoomOf(use.User)))
        .Select(
            static use => $"{Path.GetRelativePath(Core, use.User).Replace('\\', '/')} uses {use.Symbol.Name} of {RoomOf(use.Declaration)}")
        .Distinct(StringComparer.Ordinal);

    private static string RoomOf(string file) => Path.GetRelativePath(Core, file).Split(Path.DirectorySeparatorChar)[0];

    private static IEnumerable<string> Violations(string project, string text) => XDocument.Parse(text).Descendants("ProjectReference")
        .Select(static reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
        .Except(Projects[project])
        .Select(used => $"{project} uses {used}");
}
