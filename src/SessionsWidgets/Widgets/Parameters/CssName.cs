using System.Buffers;

namespace SessionsWidgets;

/// <summary>Validates values of <c>class</c> and <c>id</c>.</summary>
internal static class CssName
{
    private const int MaxLength = 200;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> Inner =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    public static bool AreClasses(string text)
    {
        if (text.Length > MaxLength) return false;
        foreach (var name in text.AsSpan().Split(' '))
        {
            var part = text.AsSpan(name);
            if (part.Length > 0 && (part.ContainsAnyExcept(Inner) || char.IsAsciiDigit(part[0]))) return false;
        }

        return true;
    }

    public static bool IsId(string text) =>
        text.Length is > 0 and <= MaxLength && Letters.Contains(text[0]) && !text.AsSpan().ContainsAnyExcept(Inner);
}
