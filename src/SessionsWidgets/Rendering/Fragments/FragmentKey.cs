namespace SessionsWidgets;

/// <summary>All that the bytes of a fragment depend on besides data, templates and time. Immutable, compared by value.</summary>
internal sealed class FragmentKey : IEquatable<FragmentKey>
{
    private readonly Widget _widget;
    private readonly BusinessContext _business;
    private readonly Locale _locale;
    private readonly DateStyle _dates;
    private readonly string? _calendar;
    private readonly string? _pathBase;
    private readonly ElementAttributes? _attributes;
    private readonly PictureAddresses _pictures;
    private readonly Isolation? _isolation;
    private readonly int _hash;

    /// <param name="widget">The widget.</param>
    /// <param name="business">The business.</param>
    /// <param name="locale">The texts in the language of the fragment.</param>
    /// <param name="request">The request.</param>
    /// <param name="pictures">Where its pictures are loaded from.</param>
    /// <param name="type">The definition of the widget, which determines the parts of the request that it uses.</param>
    public FragmentKey(
        Widget widget, BusinessContext business, Locale locale, RenderRequest request, PictureAddresses pictures, WidgetDefinition type)
    {
        _widget = widget;
        _business = business;
        _locale = locale;
        _dates = request.Dates;
        _calendar = type.WithCalendar is null ? null : request.CalendarUrl;
        _isolation = request.Isolation;
        var usesPathBase = type.UsesPathBase(widget)
            || (_calendar is not null && LinkTarget.NeedsPathBase(_calendar))
            || _isolation is { NeedsPathBase: true };
        _pathBase = usesPathBase ? request.PathBase : null;
        _attributes = request.Attributes;
        _pictures = pictures;
        _hash = HashCode.Combine(
            widget, business.ContentHash, locale, _dates, _calendar, _pathBase, HashCode.Combine(_attributes, _isolation));
    }

    public bool Equals(FragmentKey? other) =>
        other is not null
        && _hash == other._hash
        && _dates == other._dates
        && ReferenceEquals(_locale, other._locale)
        && string.Equals(_calendar, other._calendar, StringComparison.Ordinal)
        && string.Equals(_pathBase, other._pathBase, StringComparison.Ordinal)
        && _business.HasSameContent(other._business)
        && Equals(_attributes, other._attributes)
        && (ReferenceEquals(_pictures, other._pictures) || _pictures.Equals(other._pictures))
        && Equals(_isolation, other._isolation)
        && (ReferenceEquals(_widget, other._widget) || _widget.Equals(other._widget));

    public override bool Equals(object? obj) => Equals(obj as FragmentKey);

    public override int GetHashCode() => _hash;
}
