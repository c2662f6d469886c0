namespace SessionsWidgets;

/// <summary>Host names as they are resolved: letters that are not ASCII in their IDN form.</summary>
internal static class AsciiHost
{
    /// <summary>The host of an absolute address; null if it has no IDN form, which is found only where it is used.</summary>
    public static string? Of(Uri uri)
    {
        try
        {
            return new Uri(uri.AbsoluteUri).IdnHost is { Length: > 0 } host ? host : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
