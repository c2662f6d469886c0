namespace SessionsWidgets;

/// <summary>A parameter of a query, a widget or the configuration has a name or a value that is not allowed.</summary>
/// <remarks>Thrown before a request with the value is made.</remarks>
public sealed class ParameterException : SessionsWidgetsException
{
    /// <summary>Creates an exception with the message "<c>parameterName</c> is '<c>value</c>'; <c>allowed</c>".</summary>
    /// <param name="parameterName">The name of the parameter, attribute or configuration key.</param>
    /// <param name="value">The refused value; null if it is missing. The message contains its first 80 characters.</param>
    /// <param name="allowed">The allowed values, as the rest of a sentence: "it must be from 1 to 100."</param>
    public ParameterException(string parameterName, string? value, string allowed)
        : base($"{parameterName} is {Quote(value)}; {allowed}")
    {
        ParameterName = parameterName;
        Value = value;
    }

    /// <summary>Creates an exception with a message of its own.</summary>
    internal ParameterException(string parameterName, string message)
        : base(message)
    {
        ParameterName = parameterName;
    }

    /// <summary>The name of the parameter, attribute or configuration key.</summary>
    public string ParameterName { get; }

    /// <summary>The refused value; null if the name itself is refused or the value is missing.</summary>
    public string? Value { get; }

    internal static ParameterException UnknownName(string owner, string name, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var hint = DidYouMean.Sentence(name, names);
        return new ParameterException(name, $"<{owner}> has no attribute {Quote(name)}.{hint} It takes: {string.Join(", ", names)}.");
    }

    private static string Quote(string? value)
    {
        const int Longest = 80;
        if (value is null) return "missing";
        return value.Length <= Longest ? $"'{value}'" : $"'{value.AsSpan(0, Longest)}…'";
    }
}
