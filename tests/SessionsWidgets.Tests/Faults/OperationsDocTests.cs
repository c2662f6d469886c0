using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;
using SessionsWidgets.Tests.Http;

namespace SessionsWidgets.Tests.Faults;

/// <summary>What operators rely on: unique and documented ids and names of events.</summary>
public class OperationsDocTests
{
    private static readonly List<(int Id, string? Name, LogLevel Level)> Events =
    [
        .. typeof(SessionsClient).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(
                BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(e => (e.EventId, e.EventName, e.Level)),
        .. ApiFaultTests.All.Select(f => (f.Event.Id, f.Event.Name, f.Level)),
    ];

    [Fact]
    public void Events_OfTheLibrary_HaveAnIdAndANameOfTheirOwn()
    {
        Events.Count.ShouldBeGreaterThan(50);
        Events.Select(e => e.Id).ShouldBeUnique();
        Events.Select(e => e.Name).ShouldBeUnique();
    }

    [Fact]
    public void Operations_OfTheDocs_ListEveryEvent()
    {
        var doc = File.ReadAllText(RepositoryFiles.PathOf("docs", "operations.md"));
        foreach (var (id, name, level) in Events) doc.ShouldContain($"| {id} | `{name}` | {level} |");
    }

    [Fact]
    public void Operations_OfTheDocs_ListEveryInstrument()
    {
        var doc = File.ReadAllText(RepositoryFiles.PathOf("docs", "operations.md"));
        var source = string.Concat(
            Directory.EnumerateFiles(RepositoryFiles.PathOf("src", "SessionsWidgets"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText));
        var names = Regex.Matches(source, "\"sessions_widgets\\.[a-z_.]+\"", RegexOptions.NonBacktracking)
            .Select(m => m.Value.Trim('"'))
            .Distinct()
            .ToList();
        names.Count.ShouldBeGreaterThan(8);
        foreach (var name in names) doc.ShouldContain($"`{name}`");
    }

    [Fact]
    public void Configuration_OfTheDocs_NamesEverySetting()
    {
        var doc = File.ReadAllText(RepositoryFiles.PathOf("docs", "configuration.md"));
        var properties = typeof(SessionsWidgetsOptions).GetProperties().Concat(typeof(CachePolicy).GetProperties()).Select(p => p.Name);
        foreach (var property in properties.Where(n => n != "EqualityContract")) doc.ShouldContain(property);
    }
}
