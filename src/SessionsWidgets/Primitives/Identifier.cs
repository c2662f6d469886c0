using System.Buffers;

namespace SessionsWidgets;

/// <summary>Validates identifiers of the API. Nothing else becomes part of a path.</summary>
internal static class Identifier
{
    private const int MaxLength = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    public static bool IsValid(string? value) =>
        value is { Length: > 0 and <= MaxLength } && !value.AsSpan().ContainsAnyExcept(Allowed);

    public static void Validate(string parameter, string? value)
    {
        if (!IsValid(value))
            throw new ParameterException(parameter, value, $"it must be 1 to {MaxLength} letters (A-Z, a-z), digits, '_' or '-'.");
    }
}
