using System.Collections.Concurrent;

namespace SessionsWidgets.Cli.Build;

/// <summary>Renders each distinct widget of a site once. Services are created on first use. Thread-safe.</summary>
/// <param name="library">What renders them.</param>
/// <param name="options">The options of the build, which say where the stylesheet is and whether there are calendars.</param>
internal sealed class SiteWidgetRenderer(Func<SiteLibrary> library, BuildOptions options) : IDisposable
{
    /// <summary>The number of parallel renderings: that of the connections to an upstream.</summary>
    private const int MaxConcurrency = 16;

    private static readonly RenderRequest Request = new() { MaxWait = Timeout.InfiniteTimeSpan, Dates = DateStyle.Absolute };

    private readonly Lazy<SiteLibrary> _library = new(library);
    private readonly ConcurrentDictionary<Key, Lazy<Task<HtmlFragment>>> _fragments = new();
    private readonly ConcurrentDictionary<object, string> _explanations = new(ReferenceEqualityComparer.Instance);
    private readonly SemaphoreSlim _places = new(MaxConcurrency);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The number of distinct widgets.</summary>
    public int Count => _fragments.Count;

    /// <summary>Reads the configuration and the templates on first use.</summary>
    /// <exception cref="Exception">The configuration or the template folder cannot be used.</exception>
    public void SetUp() => _ = _library.Value;

    /// <exception cref="ParameterException">There is no such widget, attribute, value, or business.</exception>
    public async Task<HtmlFragment> RenderAsync(SiteFile page, WidgetAttributes tag, CancellationToken cancellationToken)
    {
        var (name, values) = (tag.Widget, tag.Parameters.ToList());
        var type = _library.Value.Renderer.Catalog.Get(name);
        if (type.Audience != WidgetAudience.Everyone)
            throw new ParameterException(
                nameof(name),
                name,
                type.Audience == WidgetAudience.Staff
                    ? "that widget is for staff, and a static page is public: remove the tag."
                    : "that widget is about the visitor, whom a static page does not know: remove the tag.");
        var attributes = ElementAttributes.Take(type, values);
        var isolation = Isolation.Take(type, values, PageLink.To(options.StylesheetPath, page.Name));
        var key = new Key(tag.Business, type.Parse(values), CalendarUrlFor(type, page, tag.Business), isolation);
        // Who does not wait any more leaves the fragment to others.
        var rendering = _fragments.GetOrAdd(key, k => new(() => RenderAsync(k, _stopping.Token)));
        return attributes.ApplyTo(await rendering.Value.WaitAsync(cancellationToken));
    }

    /// <summary>Why a fragment has no fresh data, with where the settings come from; in one line.</summary>
    public string Explain(HtmlFragment fragment, Exception error) => _explanations.GetOrAdd(
        fragment.Diagnosis ?? (object)error,
        _ => (fragment.Diagnosis is { } diagnosis ? _library.Value.Sources.Explain(diagnosis) : error.Message).Replace('\n', ' '));

    /// <summary>Renders what has failed anew when it is asked for again.</summary>
    public void ForgetFailures()
    {
        foreach (var (key, rendering) in _fragments)
        {
            if (rendering is { IsValueCreated: true, Value: { IsCompleted: true } fragment }
                && (!fragment.IsCompletedSuccessfully || fragment.Result.Error is not null))
                _fragments.TryRemove(key, out _);
        }
    }

    /// <summary>Ends what is being rendered.</summary>
    public void Dispose() => _stopping.Cancel();

    /// <summary>Gets the address of the business's calendar from a page; null if the widget links to none.</summary>
    private string? CalendarUrlFor(WidgetDefinition type, SiteFile page, string? business)
    {
        if (!options.WithCalendars || type.FindParameter("calendar-url") is null) return null;
        var name = string.IsNullOrWhiteSpace(business) ? "" : _library.Value.Businesses.FindName(business) ?? business;
        return PageLink.To(SiteCalendars.PathOf(name), page.Name);
    }

    private async Task<HtmlFragment> RenderAsync(Key key, CancellationToken cancellationToken)
    {
        var (renderer, businesses, _) = _library.Value;
        await _places.WaitAsync(cancellationToken);
        try
        {
            var request = Request;
            if (key.CalendarUrl is not null || key.Isolation is not null)
                request = request with { CalendarUrl = key.CalendarUrl, Isolation = key.Isolation };
            var business = await businesses.GetAsync(key.Business, cancellationToken);
            return await renderer.RenderAsync(business, key.Widget, request, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    private sealed record Key(string? Business, Widget Widget, string? CalendarUrl, Isolation? Isolation);
}
