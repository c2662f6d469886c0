using System.Net.Http;

namespace SessionsWidgets;

/// <summary>An API key and the header that carries it. Immutable; its text shows no key.</summary>
internal sealed record ApiKeyHeader(Secret Key, string Header = "Authorization", string? Scheme = "Bearer")
{
    private static readonly HttpRequestOptionsKey<ApiKeyHeader> Option = new("SessionsWidgets.Credential");

    /// <summary>Passes the credential to <see cref="CredentialHandler"/> out of sight of the handlers before it.</summary>
    public static void Attach(HttpRequestMessage request, ApiKeyHeader? credential)
    {
        if (credential is not null) request.Options.Set(Option, credential);
    }

    public static ApiKeyHeader? Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Option, out var credential) ? credential : null;

    /// <summary>The header's value.</summary>
    internal string Reveal() => Scheme is null ? Key.Reveal() : $"{Scheme} {Key.Reveal()}";
}
