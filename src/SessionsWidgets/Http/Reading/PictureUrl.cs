using System.Net;

namespace SessionsWidgets;

/// <summary>Which pictures may be shown, besides those of public hosts by https. Immutable.</summary>
/// <param name="AllowHttp">Whether those by http may.</param>
/// <param name="AllowPrivate">Whether those of private networks may.</param>
/// <param name="AllowLoopback">Whether those of the visitor's own machine may, by http too.</param>
internal readonly record struct PictureRules(bool AllowHttp = false, bool AllowPrivate = false, bool AllowLoopback = false);

/// <summary>Reads picture addresses sent by upstream, which are loaded by the browsers of visitors.</summary>
internal static class PictureUrl
{
    private const int MaxLength = 2048;

    private static readonly string[] LocalDomains =
        ["corp", "home", "home.arpa", "internal", "intranet", "invalid", "lan", "local", "localhost", "private"];

    /// <summary>The address if absolute and allowed; else null.</summary>
    public static Uri? Read(string? text, PictureRules rules)
    {
        if (text is null || text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) return null;
        if (text.AsSpan().ContainsAny('\\', '\t', '\n') || text.Contains('\r', StringComparison.Ordinal)) return null;
        // No user information, not even an empty one.
        if (!uri.AbsoluteUri.StartsWith($"{uri.Scheme}://{uri.Host}", StringComparison.Ordinal)) return null;
        // Browsers map other letters and digits to those of ASCII: judge and write what they load.
        if (AsciiHost.Of(uri) is not { } ascii) return null;
        if (!Ascii.IsValid(uri.Host)) uri = new UriBuilder(uri) { Host = ascii }.Uri;
        IPAddress? address = null;
        if (uri.HostNameType != UriHostNameType.Dns && !IPAddress.TryParse(uri.Host.Trim('[', ']'), out address)) return null;
        var host = uri.Host.TrimEnd('.');
        if (address is null ? IsIn(host, "localhost") : IPAddress.IsLoopback(address)) return rules.AllowLoopback ? uri : null;
        if (!rules.AllowPrivate && !(address is null ? IsPublic(host) : IpAddressPolicy.IsPublic(address))) return null;
        return rules.AllowHttp || uri.Scheme == Uri.UriSchemeHttps ? uri : null;
    }

    /// <summary>Whether a name is one of the public domain name system.</summary>
    private static bool IsPublic(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        // Browsers read a host that ends in a number as an IPv4 address, in more forms than Uri does.
        var isNumber = last.StartsWith("0x", StringComparison.Ordinal) || !last.AsSpan().ContainsAnyExceptInRange('0', '9');
        return last.Length < host.Length && !isNumber && !Array.Exists(LocalDomains, domain => IsIn(host, domain));
    }

    private static bool IsIn(string host, string domain) =>
        host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');
}
