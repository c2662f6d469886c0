namespace SessionsWidgets;

/// <summary>A parameter of a query, a widget or the configuration has a name or a value that is not allowed.</summary>
/// <remarks>Thrown before any request is made.</remarks>
public sealed class ParameterException : SessionsWidgetsException
{
    /// <summary>Creates the error "<paramref name="parameter"/> is '<paramref name="value"/>'; <paramref name="allowed"/>".</summary>
    /// <param name="parameter">The parameter's name as its user wrote it.</param>
    /// <param name="value">The refused value.</param>
    /// <param name="allowed">What is allowed, as the rest of a sentence ("it must be from 1 to 100.").</param>
    public ParameterException(string parameter, string? value, string allowed)
        : base($"{parameter} is {Quote(value)}; {allowed}")
    {
        Parameter = parameter;
        Value = value;
    }

    internal ParameterException(string parameter, string message)
        : base(message)
    {
        Parameter = parameter;
    }

    /// <summary>The parameter's name.</summary>
    public string Parameter { get; }

    /// <summary>The refused value; null where the name itself is refused or the value is missing.</summary>
    public string? Value { get; }

    internal static ParameterException UnknownName(string owner, string name, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var nearest = NearestName.Of(name, names);
        var hint = nearest is null ? "" : $" Did you mean '{nearest}'?";
        return new ParameterException(name, $"<{owner}> has no attribute {Quote(name)}.{hint} It takes: {string.Join(", ", names)}.");
    }

    private static string Quote(string? value)
    {
        const int Longest = 80;
        if (value is null) return "missing";
        return value.Length <= Longest ? $"'{value}'" : $"'{value.AsSpan(0, Longest)}…'";
    }
}
