namespace SessionsWidgets;

/// <summary>A rendered widget. Immutable and thread-safe.</summary>
public sealed class HtmlFragment
{
    private string? _etag;
    private string? _text;
    private string? _diagnosis;

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

    /// <summary>Whether the data is fresh, stale, or missing.</summary>
    public FragmentOrigin Origin { get; }

    /// <summary>Whether there is nothing to show. Surfaces with alternative content show that instead.</summary>
    public bool IsEmpty { get; }

    /// <summary>When the data or a relative date in the HTML expires. Do not cache a page with the fragment longer.</summary>
    public DateTimeOffset FreshUntil { get; }

    /// <summary>Why the fragment is stale or a fallback. Null if nothing failed or the response is pending.</summary>
    public Exception? Error { get; }

    /// <summary>Why data is missing: the cause, the settings that it depends on by their full names, with values that are no secrets, and
    /// what to do. For developers, not for visitors. Null if no data of upstream is missing; broken templates are in <see cref="Error"/>.
    /// </summary>
    public string? Diagnosis => _diagnosis ??= Missing?.Describe();

    /// <summary>What <see cref="Diagnosis"/> describes.</summary>
    internal MissingData? Missing { get; init; }

    /// <summary>A weak entity tag, as sent in the header: <c>W/</c> and, in quotes, 128 bits of the SHA-256 of the HTML.</summary>
    /// <remarks>Weak, because compression changes the bytes of a response with it.</remarks>
    public string ETag => _etag ??= EntityTag.Of(Utf8.Span);

    /// <summary>The fragment with other HTML.</summary>
    internal HtmlFragment With(ReadOnlyMemory<byte> utf8) => new(utf8, Origin, IsEmpty, FreshUntil, Error) { Missing = Missing };

    /// <summary>The HTML.</summary>
    public override string ToString() => _text ??= Encoding.UTF8.GetString(Utf8.Span);
}

/// <summary>Where the data of a fragment came from.</summary>
public enum FragmentOrigin
{
    /// <summary>Upstream or the cache, and fresh.</summary>
    Fresh,

    /// <summary>A last good response that is stale.</summary>
    Stale,

    /// <summary>No data or a broken template: the fallback. For a business unknown upstream: the widget's empty state.</summary>
    Fallback,
}
