namespace SessionsWidgets;

/// <summary>The words of every message that refuses a name of which a known one is near.</summary>
public static class DidYouMean
{
    /// <summary>A sentence after others, with a space before it: <c> Did you mean 'limit'?</c></summary>
    /// <param name="name">The refused name.</param>
    /// <param name="known">The names that there are.</param>
    /// <returns>The sentence; empty when no known name is near.</returns>
    public static string Sentence(string? name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return Sentence(name is null ? null : NearestName.Of(name.Trim(), known));
    }

    internal static string Sentence(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    /// <summary>The end of a sentence: <c>: did you mean 'limit'?</c>, or its period.</summary>
    internal static string End(string? nearest) => nearest is null ? "." : $": did you mean '{nearest}'?";

    /// <summary>An aside within a sentence: <c> (did you mean 'limit'?)</c>; empty without a near name.</summary>
    internal static string Aside(string? nearest) => nearest is null ? "" : $" (did you mean '{nearest}'?)";
}
