using System.Buffers;

namespace SessionsWidgets.Liquid;

/// <summary>Sets of characters that the language knows.</summary>
internal static class Characters
{
    /// <summary>White space in templates and text.</summary>
    public const string WhiteSpaceText = " \t\r\n\f\v";

    /// <summary>The same as a set to search for.</summary>
    public static readonly SearchValues<char> WhiteSpace = SearchValues.Create(WhiteSpaceText);

    /// <summary>What strip removes: white space and NUL.</summary>
    public const string Strippable = "\0 \t\r\n\f\v";

    /// <summary>The same as a set to search for.</summary>
    public static readonly SearchValues<char> StrippableSet = SearchValues.Create(Strippable);

    /// <summary>White space in UTF-8.</summary>
    public static readonly SearchValues<byte> WhiteSpaceBytes = SearchValues.Create(" \t\r\n\f\v"u8);

    public static bool IsWhiteSpace(char c) => c is ' ' or (>= '\t' and <= '\r');

    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    public static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
