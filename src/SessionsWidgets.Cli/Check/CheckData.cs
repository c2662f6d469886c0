using SessionsWidgets.Preview.Examples;
using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Cli.Check;

/// <summary>The states of the APIs that templates are rendered in: full data, sparse data, and none.</summary>
internal static class CheckData
{
    // What must never become markup is in it, and every optional part: pictures, too.
    private static readonly Lazy<SandboxData> Full = new(static () => new SandboxData(1, ExampleClock.Instance, isHostile: true));

    /// <summary>Each state, and what responds in it.</summary>
    public static IReadOnlyList<(string Name, Func<HttpMessageHandler> CreateHandler)> States { get; } =
    [
        ("full data", static () => new ExampleApi(Full.Value, ExampleStates.Pictures)),
        ("sparse data", FixedResponses.Sparse),
        ("no data", FixedResponses.None),
    ];
}
