using System.Buffers.Text;
using System.Security.Cryptography;

namespace SessionsWidgets;

/// <summary>A rendered widget: HTML in UTF-8, and how it came about. Immutable and thread-safe.</summary>
public sealed class HtmlFragment
{
    private string? _etag;

    internal HtmlFragment(ReadOnlyMemory<byte> utf8, FragmentOrigin origin, bool isEmpty, DateTimeOffset freshUntil, Exception? error)
    {
        Utf8 = utf8;
        Origin = origin;
        IsEmpty = isEmpty;
        FreshUntil = freshUntil;
        Error = error;
    }

    /// <summary>The HTML in UTF-8, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Whether the data is fresh, a last good answer, or missing.</summary>
    public FragmentOrigin Origin { get; }

    /// <summary>Whether there is nothing to show: an empty answer or a fallback. A surface with content of the host for this case shows
    /// that instead.</summary>
    public bool IsEmpty { get; }

    /// <summary>Until when the fragment is true as it stands: its data fresh, and "2 hours ago" right. A host that caches whole pages
    /// should not keep them longer.</summary>
    public DateTimeOffset FreshUntil { get; }

    /// <summary>Why the fragment is stale or a fallback: an <see cref="ApiException"/>, a <see cref="TemplateException"/>, or an error of
    /// the host's own model. Null when all went well or the answer is still on its way.</summary>
    public Exception? Error { get; }

    /// <summary>A strong validator for HTTP: a hash of exactly these bytes (SHA-256, 128 bits), in quotes.</summary>
    public string ETag => _etag ??= $"\"{Base64Url.EncodeToString(SHA256.HashData(Utf8.Span).AsSpan(0, 16))}\"";

    /// <summary>The HTML.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}

/// <summary>How the data of a fragment came about.</summary>
public enum FragmentOrigin
{
    /// <summary>From upstream or from the cache, within its freshness.</summary>
    Fresh,

    /// <summary>A last good answer past its freshness.</summary>
    Stale,

    /// <summary>No answer and no last good one, or a broken template: the quiet notice. For a business that upstream does not know: the
    /// widget's empty state.</summary>
    Fallback,
}
