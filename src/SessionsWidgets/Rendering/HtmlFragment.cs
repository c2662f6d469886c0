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

    /// <summary>The origin of the data: fresh, stale or missing.</summary>
    public FragmentOrigin Origin { get; }

    /// <summary>Whether there is nothing to show: no items, or the fallback content. A surface with alternative content shows that
    /// instead.</summary>
    public bool IsEmpty { get; }

    /// <summary>The time when the data or a relative date in the HTML expires. Do not cache a page with the fragment longer.</summary>
    public DateTimeOffset FreshUntil { get; }

    /// <summary>The error that made the fragment stale or a fallback; null if nothing failed or the response is pending.</summary>
    public Exception? Error { get; }

    /// <summary>The cause of missing data, for developers: the settings that it depends on, with values that are not secret, and what to
    /// do. Null if no upstream data is missing; for a broken template, see <see cref="Error"/>.</summary>
    public string? Diagnosis => _diagnosis ??= Missing?.Describe();

    /// <summary>The missing data that <see cref="Diagnosis"/> describes.</summary>
    internal MissingData? Missing { get; init; }

    /// <summary>A weak entity tag of the HTML, as sent in the <c>ETag</c> header.</summary>
    /// <remarks>It is weak because compression changes the bytes of a response.</remarks>
    public string ETag => _etag ??= EntityTag.Of(Utf8.Span);

    /// <summary>Creates the fragment with other HTML.</summary>
    internal HtmlFragment With(ReadOnlyMemory<byte> utf8) => new(utf8, Origin, IsEmpty, FreshUntil, Error) { Missing = Missing };

    /// <summary>Returns the HTML.</summary>
    public override string ToString() => _text ??= Encoding.UTF8.GetString(Utf8.Span);
}

/// <summary>The origin of the data of a fragment.</summary>
public enum FragmentOrigin
{
    /// <summary>Fresh data, from upstream or the cache.</summary>
    Fresh,

    /// <summary>Stale data: the last good response.</summary>
    Stale,

    /// <summary>No data or a broken template: the fallback content. For a business that upstream does not know: the empty state of the
    /// widget.</summary>
    Fallback,
}
