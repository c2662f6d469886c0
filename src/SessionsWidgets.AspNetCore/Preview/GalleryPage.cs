using System.Globalization;
using System.Net;
using System.Text;

namespace SessionsWidgets.Preview;

/// <summary>Writes the pages around the widgets.</summary>
internal sealed class GalleryPage
{
    private static readonly string[] Widths = ["fit", "180", "300", "360", "768", "1280"];
    private static readonly string[] Schemes = ["system", "light", "dark"];

    private readonly StringBuilder _html = new();
    private readonly GalleryPlace _place;

    private GalleryPage(GalleryPlace place)
    {
        _place = place;
    }

    /// <summary>The page of all widgets.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="first">Each widget in its first state.</param>
    public static string Index(GalleryPlace place, IReadOnlyList<string> first)
    {
        var page = new GalleryPage(place);
        page.Begin("Widgets", current: null);
        page.Raw("<h1>Widgets</h1><p class=\"gl-lead\">Each in every state that it can have: real templates, example data.</p>\n");
        page.Raw("<ul class=\"gl-cards\">\n");
        for (var i = 0; i < first.Count; i++)
        {
            var widget = place.Widgets[i];
            page.Raw("<li class=\"gl-card\"><div class=\"gl-thumb\" inert>").Raw(first[i]).Raw("</div>");
            page.Add($"""<h2><a href="{page.AddressOf(place.Language, widget)}">{widget.Name}</a></h2><p>{widget.About}</p></li>""");
        }

        page.Raw("</ul>\n");
        return page.End();
    }

    /// <summary>The page of a widget.</summary>
    public static string Widget(GalleryPlace place, PreviewWidget widget, IReadOnlyList<ShownState> states)
    {
        var page = new GalleryPage(place);
        page.Begin(widget.Name, widget);
        page.Add($"""<h1>{widget.Name}</h1><p class="gl-lead">{widget.About}</p>""");
        foreach (var note in widget.Notes) page.Add($"""<p class="gl-note">{note}</p>""");
        page.Raw("<nav class=\"gl-states\" aria-label=\"States\"><ul>\n");
        foreach (var state in states) page.Add($"""<li><a href="#{state.Id}">{state.Title}</a></li>""");
        page.Raw("</ul></nav>\n");
        foreach (var state in states)
        {
            page.Add($"""<section class="gl-state" id="{state.Id}"><h2>{state.Title}</h2><p>{state.About}</p>""");
            page.Add($"""<div class="gl-stage" role="group" aria-label="{widget.Name}, {state.Title}" tabindex="0"><div class="gl-box">""");
            page.Raw(state.Html).Raw("</div></div></section>\n");
        }

        page.Raw("<details class=\"gl-parameters\"><summary>Parameters</summary><dl>\n");
        foreach (var parameter in widget.Definition.Parameters)
        {
            var allowed = $"{char.ToUpperInvariant(parameter.Allowed[0])}{parameter.Allowed[1..]}.";
            page.Add($"""<div><dt><code>{parameter.Name}</code></dt><dd>{parameter.Description} {allowed}</dd></div>""");
        }

        page.Raw("</dl></details>\n");
        return page.End();
    }

    /// <summary>The page where there is none.</summary>
    public static string NotFound(GalleryPlace place)
    {
        var page = new GalleryPage(place);
        page.Begin("There is no such page", current: null);
        page.Add($"""<h1>There is no such page</h1><p class="gl-lead"><a href="{place.Root}{Gallery.Index}">All widgets</a></p>""");
        return page.End();
    }

    private string AddressOf(string language, PreviewWidget? widget) =>
        $"{_place.Root}{language}/{(widget is null ? Gallery.Index : $"{widget.Name}.html")}";

    private void Begin(string title, PreviewWidget? current)
    {
        Raw("<!DOCTYPE html>\n<html lang=\"en\" class=\"gl\">\n<head>\n<meta charset=\"utf-8\">\n");
        Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        Add($"<title>{title} · SessionsWidgets</title>\n");
        Raw("<link rel=\"icon\" href=\"data:,\">\n");
        foreach (var address in (IEnumerable<string>)[.. _place.Links.Stylesheets, GalleryAssets.Style])
            Add($"""<link rel="stylesheet" href="{Relative(address)}">""");
        if (_place.Links.Events is { } events)
            Add($"""<script src="{Relative(GalleryAssets.Script)}" data-events="{Relative(events)}" defer></script>""");
        else Add($"""<script src="{Relative(GalleryAssets.Script)}" defer></script>""");
        Raw("</head>\n<body>\n<a class=\"gl-skip\" href=\"#main\">Skip to the widgets</a>\n<header class=\"gl-top\">\n");
        Add($"""<a class="gl-brand" href="{AddressOf(_place.Language, null)}">SessionsWidgets</a>""");
        Raw("<div class=\"gl-tools\">\n");
        if (current is not null) Choices("Width", "width", Widths);
        Choices("Scheme", "scheme", Schemes);
        Languages(current);
        Raw("</div>\n</header>\n<nav class=\"gl-nav\" aria-label=\"Widgets\"><ul>\n");
        foreach (var widget in _place.Widgets)
        {
            Raw("<li>").Add($"""<a href="{AddressOf(_place.Language, widget)}" """);
            Raw(widget == current ? "aria-current=\"page\">" : ">").Add($"{widget.Name}</a></li>");
        }

        Raw("</ul></nav>\n<main id=\"main\" class=\"gl-main\">\n");
    }

    private void Choices(string legend, string name, string[] values)
    {
        Add($"""<fieldset class="gl-choice"><legend>{legend}</legend>""");
        foreach (var value in values)
        {
            Add($"""<label><input type="radio" name="{name}" value="{value}" id="gl-{name}-{value}" autocomplete="off" """);
            Raw(value == values[0] ? "checked>" : ">").Add($"<span>{Shown(value)}</span></label>");
        }

        Raw("</fieldset>\n");
    }

    private static string Shown(string value) => char.IsAsciiDigit(value[0]) ? value : $"{char.ToUpperInvariant(value[0])}{value[1..]}";

    private void Languages(PreviewWidget? current)
    {
        Add($"""<details class="gl-languages"><summary><span class="gl-label">Language</span> """);
        Add($"""<span lang="{_place.Language}">{GalleryText.LanguageName(_place.Language)}</span></summary><ul>""");
        foreach (var language in _place.Languages)
        {
            Add($"""<li><a href="{AddressOf(language, current)}" lang="{language}" hreflang="{language}" """);
            Raw(language == _place.Language ? "aria-current=\"true\">" : ">").Add($"{GalleryText.LanguageName(language)}</a></li>");
        }

        Raw("</ul></details>\n");
    }

    private string End()
    {
        Raw("</main>\n</body>\n</html>\n");
        return _html.ToString();
    }

    /// <summary>An address from the gallery, as it is from the page.</summary>
    private string Relative(string address) =>
        address[0] == '/' || Uri.TryCreate(address, UriKind.Absolute, out _) ? address : _place.Root + address;

    private GalleryPage Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    /// <summary>Writes HTML, with its values encoded.</summary>
    private void Add(FormattableString html) => _html.AppendFormat(
        CultureInfo.InvariantCulture,
        html.Format,
        Array.ConvertAll(html.GetArguments(), static value => WebUtility.HtmlEncode((string)value!)));
}
