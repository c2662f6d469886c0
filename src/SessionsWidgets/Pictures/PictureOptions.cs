using System.Buffers;

namespace SessionsWidgets;

/// <summary>The options of the pictures of widgets: the section <c>Pictures</c>.</summary>
/// <remarks>Not thread-safe. Copied and validated when a client is created, or when the host starts.</remarks>
public sealed record PictureOptions
{
    private static readonly SearchValues<char> NotInPath = SearchValues.Create("\\\"<>?#'");

    private const int MinKeyLength = 43;
    private const int MinHexKeyLength = 64;
    private const int MinDifferent = 12;
    private const int MaxPathLength = 500;

    /// <summary>The server that browsers load pictures from. Default: <see cref="PictureMode.Direct"/>.</summary>
    public PictureMode Mode { get; set; }

    /// <summary>The key that signs the names of the pictures of the site's own widgets; cannot be read back. At least 32 random bytes as
    /// text (43 characters of Base64 or 64 hexadecimal digits), the same on all servers of the site. Required with
    /// <see cref="PictureMode.Proxy"/>.</summary>
    public Secret? Key { get; set; }

    /// <summary>The URL under which a site with the same key serves the pictures: an http(s) URL, a path, or <c>~/</c> and a path in the
    /// application; without query, at most 500 characters. Default: where <c>MapSessionsWidgets</c> serves them; required in a host without
    /// it.</summary>
    public string? Path { get; set; }

    /// <summary>The memory limit of pictures, in bytes. Default: 64 MiB. Range: 4 MiB to 16 GiB.</summary>
    public long MaxBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>The maximum number of pictures that are fetched per minute. Past it, pictures that are not cached must wait. Default: 600.
    /// Range: 1 to 100,000.</summary>
    public int FetchesPerMinute { get; set; } = 600;

    /// <summary>The hosts that may supply SVG pictures, such as <c>img.example.com</c>. SVG can contain scripts: add only hosts where
    /// nobody else can upload files. Default: none.</summary>
    public IList<string> SvgHosts { get; set; } = [];

    internal PictureOptions Copy() => this with { SvgHosts = [.. SvgHosts.Select(static host => host.Trim())] };

    /// <param name="path">The prefix of names in errors.</param>
    /// <exception cref="ParameterException">An option is not allowed.</exception>
    internal void Validate(string path)
    {
        if (!Enum.IsDefined(Mode)) throw new ParameterException(path + nameof(Mode), $"{Mode}", "it must be Direct or Proxy.");
        Key?.Validate(path + nameof(Key));
        ValidateKey(path + nameof(Key));
        if (Path is not null && !IsPath(Path.Trim()))
        {
            throw new ParameterException(
                path + nameof(Path), Path,
                "it must be an http(s) address or a path without query, such as 'https://www.example.com/widgets/pictures/' or "
                + $"'~/widgets/pictures/', with at most {MaxPathLength} characters.");
        }

        if (MaxBytes is < 4 * 1024 * 1024 or > 16L * 1024 * 1024 * 1024)
            throw new ParameterException(
                path + nameof(MaxBytes), $"{MaxBytes}", "it must be from 4194304 (4 MiB) to 17179869184 (16 GiB).");
        if (FetchesPerMinute is < 1 or > 100_000)
            throw new ParameterException(path + nameof(FetchesPerMinute), $"{FetchesPerMinute}", "it must be from 1 to 100000.");
        foreach (var host in SvgHosts)
        {
            if (Uri.CheckHostName(host?.Trim()) == UriHostNameType.Unknown || !Ascii.IsValid(host))
                throw new ParameterException(path + nameof(SvgHosts), host, "each must be the name of a host, such as 'img.example.com'.");
        }
    }

    /// <summary>Validates that there is a URL to serve pictures from.</summary>
    /// <exception cref="ParameterException">There is none.</exception>
    internal void RequirePath(string path)
    {
        if (Mode == PictureMode.Proxy && Path is null)
        {
            throw new ParameterException(
                path + nameof(Path), null,
                "set it to where a site with the same key serves the pictures, such as 'https://www.example.com/widgets/pictures/': here, "
                + $"nothing serves them, and {path}{nameof(Mode)} is 'Proxy'.");
        }
    }

    /// <summary>The path with a slash at its end, in which <c>~</c> is the path base; null if none is set.</summary>
    internal string? Prefix => Path is null ? null : $"{Path.Trim().TrimEnd('/')}/";

    private static bool IsPath(string text)
    {
        if (text.Length is 0 or > MaxPathLength || text.AsSpan().ContainsAny(NotInPath)) return false;
        if (text.AsSpan().ContainsAnyExceptInRange('!', '~')) return false;
        if (text.StartsWith("~/", StringComparison.Ordinal)) text = text[1..];
        if (text[0] == '/') return text.Length == 1 || text[1] != '/';
        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && text.StartsWith($"{uri.Scheme}://{uri.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private void ValidateKey(string name)
    {
        if (Key is null)
        {
            if (Mode == PictureMode.Direct) return;
            throw new ParameterException(
                name, null, "set it: pictures come from the site itself, which knows its own by that key. "
                + "'openssl rand -base64 32' makes one; all servers of the site have the same.");
        }

        var text = Key.Reveal();
        var isLong = text.Length >= (text.All(char.IsAsciiHexDigit) ? MinHexKeyLength : MinKeyLength);
        if (!isLong || text.Distinct().Count() < MinDifferent)
        {
            throw new ParameterException(
                name, Secret.Mask,
                $"it must be at least 32 random bytes as text: {MinKeyLength} characters of Base64, or {MinHexKeyLength} hexadecimal "
                + "digits. 'openssl rand -base64 32' makes one.");
        }
    }
}

/// <summary>The server that browsers load the pictures of widgets from.</summary>
public enum PictureMode
{
    /// <summary>The hosts that the API names. They see the IP address of each visitor.</summary>
    Direct,

    /// <summary>The site itself, which fetches and caches pictures. The hosts see only the server.</summary>
    Proxy,
}
