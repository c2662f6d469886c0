using System.Reflection;
using Microsoft.Extensions.Logging;
using SessionsWidgets.TestSupport;

namespace SessionsWidgets.AspNetCore.Tests;

public class OperationsDocTests
{
    [Fact]
    public void Operations_OfTheDocs_ListEveryEventOfTheSite()
    {
        var doc = File.ReadAllText(RepositoryFiles.PathOf("docs", "operations.md"));
        var events = typeof(SessionsWidgetsBuilderExtensions).Assembly.GetTypes()
            .SelectMany(
                t =>
                    t.GetMethods(
                        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                            | BindingFlags.DeclaredOnly))
            .Select(m => m.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .ToList();
        events.ShouldNotBeEmpty();
        foreach (var e in events) doc.ShouldContain($"| {e.EventId} | `{e.EventName}` | {e.Level} |");
    }
}
