namespace SessionsWidgets;

/// <summary>Creates the hints of messages about unknown names. Thread-safe.</summary>
public static class DidYouMean
{
    /// <summary>Creates a sentence to append to a message, with a leading space: <c> Did you mean 'limit'?</c></summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The known names.</param>
    /// <returns>The sentence; empty if no known name is similar.</returns>
    public static string Sentence(string? name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return Sentence(name is null ? null : NearestName.Of(name.Trim(), known));
    }

    internal static string Sentence(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    /// <summary>Creates the end of a sentence: <c>: did you mean 'limit'?</c>, or a period without a similar name.</summary>
    internal static string End(string? nearest) => nearest is null ? "." : $": did you mean '{nearest}'?";

    /// <summary>Creates an aside within a sentence: <c> (did you mean 'limit'?)</c>; empty without a similar name.</summary>
    internal static string Aside(string? nearest) => nearest is null ? "" : $" (did you mean '{nearest}'?)";
}
