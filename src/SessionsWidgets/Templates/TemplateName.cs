namespace SessionsWidgets;

/// <summary>The names of templates and partials: lower-case words of a-z, 0-9, '_' and '-', joined by '/'.</summary>
internal static class TemplateName
{
    public static bool IsValid(string name) => name.Split('/').All(part => part.Length > 0 && part.All(IsAllowed));

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-';
}
