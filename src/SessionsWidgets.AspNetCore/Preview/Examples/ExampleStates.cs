using SessionsWidgets.Sandbox.Data;

namespace SessionsWidgets.Preview.Examples;

/// <summary>A state of the APIs in which widgets are looked at.</summary>
/// <param name="Id">The id in a page.</param>
/// <param name="Title">What it is called.</param>
/// <param name="About">What is to be seen.</param>
/// <param name="CreateApi">Creates what responds in it.</param>
internal sealed record ExampleState(string Id, string Title, string About, Func<HttpMessageHandler> CreateApi)
{
    /// <summary>The language that the state needs; null for any.</summary>
    public string? Language { get; init; }
}

/// <summary>All states, the one with everything first.</summary>
internal static class ExampleStates
{
    /// <summary>Where pictures are in the data; nothing connects to it.</summary>
    public const string Pictures = "https://pictures.example.com";

    private static readonly Lazy<SandboxData> FullData = new(static () => new SandboxData(1, ExampleClock.Instance));

    public static IReadOnlyList<ExampleState> All { get; } =
    [
        new("full", "Full", "A busy evening, with everything that the APIs can give.", () => Api(FullData.Value)),
        new("sparse", "Sparse", "Only what is always there: no pictures, no notes, no ratings.", FixedResponses.Sparse),
        new("empty", "Empty", "Nothing yet: the first day of a lounge.", FixedResponses.None),
        new("in-progress", "In progress", "What goes on at this moment.", () => Api(StateData.InProgress(FullData.Value))),
        new("long", "Long", "The longest names, notes and places.", () => Api(StateData.Long(FullData.Value))),
        new(
            "right-to-left", "Right to left", "Arabic and Hebrew names and notes, in Arabic.",
            () => Api(StateData.RightToLeft(FullData.Value)))
        {
            Language = "ar",
        },
        new(
            "hostile", "Hostile", "Markup and template code in names and notes: it must stand there as text.",
            () => Api(new SandboxData(1, ExampleClock.Instance, isHostile: true))),
        new("fallback", "Fallback", "The API does not answer, and there is no last good response.", FixedResponses.Unavailable),
    ];

    private static ExampleApi Api(SandboxData data) => new(data, Pictures);
}
