using System.Net.Http;

namespace SessionsWidgets;

/// <summary>What opens an API: a key, and the header that carries it. Immutable; shows no key.</summary>
internal sealed record ApiKeyHeader(Secret Key, string Header = "Authorization", string? Scheme = "Bearer")
{
    private static readonly HttpRequestOptionsKey<ApiKeyHeader> Option = new("SessionsWidgets.Credential");

    /// <summary>Hands the credential to the last handler without putting it on the request, where every handler before could see
    /// it.</summary>
    public static void Attach(HttpRequestMessage request, ApiKeyHeader? credential)
    {
        if (credential is not null) request.Options.Set(Option, credential);
    }

    public static ApiKeyHeader? Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Option, out var credential) ? credential : null;

    /// <summary>The header's value.</summary>
    internal string Reveal() => Scheme is null ? Key.Reveal() : $"{Scheme} {Key.Reveal()}";
}
