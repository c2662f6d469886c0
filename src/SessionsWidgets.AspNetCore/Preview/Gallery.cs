using System.Text;

namespace SessionsWidgets.Preview;

/// <summary>A file of the gallery.</summary>
/// <param name="ContentType">Its type.</param>
/// <param name="Content">Its content.</param>
internal sealed record GalleryFile(string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>How pages get their stylesheets, and how they follow what changes.</summary>
/// <param name="Stylesheets">The addresses of the widgets' stylesheet and those after it, relative to the gallery or absolute.</param>
/// <param name="Events">The address of the events that tell of changes, relative to the gallery; null for none.</param>
internal sealed record GalleryLinks(IReadOnlyList<string> Stylesheets, string? Events);

/// <summary>The gallery: each widget in each state and language, on pages that are made when they are asked for. Thread-safe.</summary>
/// <param name="find">Finds the widgets, which may become others.</param>
/// <param name="findMore">Finds other files by name, such as stylesheets.</param>
internal sealed class Gallery(Func<IReadOnlyList<PreviewWidget>> find, Func<string, GalleryFile?>? findMore = null) : IDisposable
{
    public const string Index = "index.html";

    private const string Html = "text/html; charset=utf-8";

    private readonly StateRenderer _renderer = new();

    /// <summary>Gets the names of all files but the pictures, with the languages that there are texts in.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            var widgets = find();
            IEnumerable<string> files = [.. widgets.Select(static widget => $"{widget.Name}.html"), Index];
            return LanguagesOf(widgets).SelectMany(_ => files, static (language, file) => $"{language}/{file}")
                .Concat([Index, GalleryAssets.Style, GalleryAssets.Script]);
        }
    }

    /// <summary>Makes a file.</summary>
    /// <param name="name">Its name below the gallery, with slashes.</param>
    /// <param name="links">What its pages link to.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    /// <returns>The file; null if there is none.</returns>
    public async Task<GalleryFile?> FindAsync(string name, GalleryLinks links, CancellationToken cancellationToken)
    {
        if (name.StartsWith(GalleryPictures.Folder, StringComparison.Ordinal))
            return GalleryPictures.Draw(name) is { } picture ? File("image/svg+xml; charset=utf-8", picture) : null;
        if ((GalleryAssets.Find(name) ?? findMore?.Invoke(name)) is { } asset) return asset;
        var widgets = find();
        var languages = LanguagesOf(widgets);
        var parts = name.Split('/');
        var (language, file, root) = parts switch
        {
            [Index] => ("en", Index, ""),
            [var tag, var page] when languages.Contains(tag) => (tag, page, "../"),
            _ => ("", "", ""),
        };
        var place = new GalleryPlace(root, language, file, languages, widgets, links);
        if (file == Index) return Page(await IndexAsync(place, cancellationToken), root);
        var widget = widgets.FirstOrDefault(widget => $"{widget.Name}.html" == file);
        return widget is null ? null : Page(await WidgetAsync(place, widget, cancellationToken), root);
    }

    /// <summary>Makes the page that says that there is none.</summary>
    /// <param name="root">The relative address of the gallery.</param>
    /// <param name="links">What it links to.</param>
    public GalleryFile NotFound(string root, GalleryLinks links)
    {
        var widgets = find();
        return Page(GalleryPage.NotFound(new GalleryPlace(root, "en", "", LanguagesOf(widgets), widgets, links)), root);
    }

    public void Dispose() => _renderer.Dispose();

    private static GalleryFile Page(string html, string root) => File(Html, GalleryPictures.Localize(html, root));

    private static GalleryFile File(string type, string content) => new(type, Encoding.UTF8.GetBytes(content));

    private IReadOnlyList<string> LanguagesOf(IReadOnlyList<PreviewWidget> widgets) => _renderer.LanguagesOf(widgets[0]);

    private async Task<string> IndexAsync(GalleryPlace place, CancellationToken cancellationToken)
    {
        var first = new List<string>();
        foreach (var widget in place.Widgets)
            first.Add(await _renderer.RenderAsync(
                widget, Examples.ExampleStates.All[0], place.Language, option: null, cancellationToken));
        return GalleryPage.Index(place, first);
    }

    private async Task<string> WidgetAsync(GalleryPlace place, PreviewWidget widget, CancellationToken cancellationToken) =>
        GalleryPage.Widget(place, widget, await WidgetStates.RenderAsync(widget, _renderer, place.Language, cancellationToken));
}

/// <summary>Where a page stands in the gallery.</summary>
/// <param name="Root">The relative address of the gallery from the page.</param>
/// <param name="Language">The language of its widgets.</param>
/// <param name="File">The name of its file.</param>
/// <param name="Languages">All languages.</param>
/// <param name="Widgets">All widgets.</param>
/// <param name="Links">What it links to.</param>
internal sealed record GalleryPlace(
    string Root, string Language, string File, IReadOnlyList<string> Languages, IReadOnlyList<PreviewWidget> Widgets, GalleryLinks Links);
