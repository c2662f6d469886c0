using System.Net.Http;

namespace SessionsWidgets;

/// <summary>The address that a request is sent to. With service discovery it is another than the one of the request, which handlers
/// before the last one change and restore.</summary>
internal static class SentAddress
{
    private static readonly HttpRequestOptionsKey<Uri> Option = new("SessionsWidgets.SentAddress");

    /// <summary>Remembers it; called by the innermost handler.</summary>
    public static void Set(HttpRequestMessage request)
    {
        if (request.RequestUri is { } uri) request.Options.Set(Option, uri);
    }

    public static Uri? Of(HttpRequestMessage request) => request.Options.TryGetValue(Option, out var uri) ? uri : request.RequestUri;
}
