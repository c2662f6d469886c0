using System.Collections.Concurrent;
using SessionsWidgets.Cli.Build.Pictures;

namespace SessionsWidgets.Cli.Build;

/// <summary>Renders each distinct widget of a site once. Services are created on first use. Thread-safe.</summary>
internal sealed class SiteWidgetRenderer : IDisposable
{
    private static readonly RenderRequest Request = new() { MaxWait = Timeout.InfiniteTimeSpan, Dates = DateStyle.Absolute };

    private static readonly Dictionary<PictureKey, SitePicture> NoPictures = [];

    private readonly Lazy<SiteLibrary> _library;
    private readonly SitePictures? _pictures;
    private readonly BuildOptions _options;
    private readonly OnceEach<Key, SiteFragment> _fragments;
    private readonly ConcurrentDictionary<string, SitePicture> _used = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<object, string> _explanations = new(ReferenceEqualityComparer.Instance);

    /// <param name="library">What renders them.</param>
    /// <param name="pictures">The pictures of the widgets; null to leave them where they are.</param>
    /// <param name="options">The options of the build, which say where the stylesheet is and whether there are calendars.</param>
    public SiteWidgetRenderer(Func<SiteLibrary> library, SitePictures? pictures, BuildOptions options)
    {
        (_library, _pictures, _options) = (new(library), pictures, options);
        _fragments = new(RenderAsync, static fragment => fragment.HasFailed);
    }

    /// <summary>The number of distinct widgets.</summary>
    public int Count => _fragments.Count;

    /// <summary>The pictures of the widgets that have been asked for since the build began.</summary>
    public IReadOnlyCollection<SitePicture> UsedPictures => [.. _used.Values];

    /// <summary>Reads the configuration and the templates on first use.</summary>
    /// <exception cref="Exception">The configuration or the template folder cannot be used.</exception>
    public void SetUp() => _ = _library.Value;

    /// <exception cref="ParameterException">There is no such widget, attribute, value, or business.</exception>
    public async Task<SiteFragment> RenderAsync(SiteFile page, WidgetAttributes tag, CancellationToken cancellationToken)
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
        var isolation = Isolation.Take(type, values, PageLink.To(_options.StylesheetPath, page.Name));
        var folder = _pictures is null ? null : PageLink.To("", page.Name);
        var key = new Key(tag.Business, type.Parse(values), CalendarUrlFor(type, page, tag.Business), isolation, folder);
        var rendered = await _fragments.GetAsync(key, cancellationToken);
        foreach (var picture in rendered.Pictures)
        {
            if (picture.Name is { } file) _used[file] = picture;
        }

        return rendered with { Html = attributes.ApplyTo(rendered.Html), IsIsolated = isolation is not null };
    }

    /// <summary>Why a fragment has no fresh data, with where the settings come from; in one line.</summary>
    public string Explain(HtmlFragment fragment, Exception error) => _explanations.GetOrAdd(
        fragment.Diagnosis ?? (object)error,
        _ => (fragment.Diagnosis is { } diagnosis ? _library.Value.Sources.Explain(diagnosis) : error.Message).Replace('\n', ' '));

    /// <summary>Begins a build: failed widgets are rendered again at their next use.</summary>
    public void Begin()
    {
        _used.Clear();
        _pictures?.ForgetFailures();
        _fragments.ForgetFailures();
    }

    /// <summary>Ends what is being rendered.</summary>
    public void Dispose() => _fragments.Dispose();

    /// <summary>Gets the address of the business's calendar from a page; null if the widget links to none.</summary>
    private string? CalendarUrlFor(WidgetDefinition type, SiteFile page, string? business)
    {
        if (!_options.WithCalendars || type.FindParameter("calendar-url") is null) return null;
        var name = string.IsNullOrWhiteSpace(business) ? "" : _library.Value.Businesses.FindName(business) ?? business;
        return PageLink.To(SiteCalendars.PathOf(name), page.Name);
    }

    private async Task<SiteFragment> RenderAsync(Key key, CancellationToken cancellationToken)
    {
        var (renderer, businesses, _) = _library.Value;
        var request = Request;
        if (key.CalendarUrl is not null || key.Isolation is not null)
            request = request with { CalendarUrl = key.CalendarUrl, Isolation = key.Isolation };
        var business = await businesses.GetAsync(key.Business, cancellationToken);
        if (key.Folder is not { } folder)
            return new SiteFragment(await renderer.RenderAsync(business, key.Widget, request, cancellationToken), []);
        // The data are here after the first time. New ones may have new pictures.
        var known = NoPictures;
        while (true)
        {
            var addresses = new FileAddresses(_pictures!, folder, business.MayBeLocal, known);
            var html = await renderer.RenderAsync(business, key.Widget, request with { Pictures = addresses }, cancellationToken);
            if (addresses.Missing.Count == 0) return new SiteFragment(html, known.Values);
            var fetched = addresses.Missing.Select(
                async picture => KeyValuePair.Create(picture, await _pictures!.GetAsync(picture, cancellationToken)));
            known = new(known.Concat(await Task.WhenAll(fetched)));
        }
    }

    /// <param name="Business">The name of the business.</param>
    /// <param name="Widget">The widget.</param>
    /// <param name="CalendarUrl">The address of its calendar.</param>
    /// <param name="Isolation">Its shadow root.</param>
    /// <param name="Folder">What leads from the page to the output folder, where pictures are files in it.</param>
    private sealed record Key(string? Business, Widget Widget, string? CalendarUrl, Isolation? Isolation, string? Folder);
}
