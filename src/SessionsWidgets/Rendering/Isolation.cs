namespace SessionsWidgets;

/// <summary>A declarative shadow root with the stylesheet around a widget, so that no style of the page reaches it: the attributes
/// <c>isolated="true"</c> and <c>stylesheet-url</c> of a tag. Immutable and thread-safe.</summary>
/// <remarks>For HTML that arrives with its page: browsers create no shadow root in HTML that a script inserts later, as Blazor does. The
/// element around the shadow root has the id, the classes and the <see cref="ElementAttributes"/> of the widget, where links and styles of
/// the page find them.</remarks>
public sealed record Isolation
{
    private const string Name = IsolationAttributes.Isolated;
    private const string StylesheetName = IsolationAttributes.StylesheetUrl;

    /// <summary>Creates an isolation.</summary>
    /// <param name="stylesheetUrl">The URL of the stylesheet: an http(s) URL or a path; <c>~/</c> is replaced by
    /// <see cref="RenderRequest.PathBase"/>.</param>
    /// <exception cref="ParameterException">The URL is not allowed.</exception>
    public Isolation(string stylesheetUrl)
    {
        ArgumentNullException.ThrowIfNull(stylesheetUrl);
        if (!ParameterKind.Link.IsValid(stylesheetUrl))
            throw new ParameterException(StylesheetName, stylesheetUrl, ParameterKind.Link.Allowed);
        StylesheetUrl = stylesheetUrl;
    }

    /// <summary>The URL of the stylesheet.</summary>
    public string StylesheetUrl { get; }

    internal bool NeedsPathBase => LinkTarget.NeedsPathBase(StylesheetUrl);

    /// <summary>Removes the attributes of the isolation from those of a tag. A parameter of the widget with such a name is left.</summary>
    /// <param name="definition">The widget.</param>
    /// <param name="values">The attributes of the tag; changed by the call.</param>
    /// <param name="stylesheetUrl">The URL of the stylesheet for a tag that sets none.</param>
    /// <returns>The isolation; null if the tag is not isolated.</returns>
    /// <exception cref="ParameterException">A value is not allowed, an attribute is set twice, or the stylesheet is set for a tag that is
    /// not isolated.</exception>
    public static Isolation? Take(WidgetDefinition definition, IList<KeyValuePair<string, string>> values, string stylesheetUrl)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(values);
        var text = TakeValue(definition, values, Name);
        var own = TakeValue(definition, values, StylesheetName)?.Trim();
        if (text is null)
        {
            return own is null
                ? null
                : throw new ParameterException(StylesheetName, own, $"it is for a tag with {Name}=\"true\": add that, or leave it out.");
        }

        var (isBoolean, isIsolated) = ParameterKind.Boolean.Parse(text.Trim());
        if (!isBoolean) throw new ParameterException(Name, text, ParameterKind.Boolean.Allowed);
        return isIsolated ? new Isolation(own ?? stylesheetUrl) : null;
    }

    /// <exception cref="ParameterException">The path base is needed and null.</exception>
    internal Isolation Resolve(string? pathBase)
    {
        if (!NeedsPathBase) return this;
        return pathBase is not null
            ? new Isolation(pathBase + StylesheetUrl[1..])
            : throw WidgetParameter.WithoutPathBase(StylesheetName, StylesheetUrl);
    }

    /// <summary>Puts a fragment into a shadow root.</summary>
    /// <param name="fragment">The fragment. Its element has neither the id nor the classes of the widget.</param>
    /// <param name="widget">The widget.</param>
    internal HtmlFragment ApplyTo(HtmlFragment fragment, Widget widget)
    {
        var start = new StringBuilder("<div class=\"sw-isolated");
        // Both are of letters that need no encoding.
        if (!string.IsNullOrWhiteSpace(widget.CssClass)) start.Append(' ').Append(widget.CssClass);
        start.Append('"');
        if (widget.Id is { } id) start.Append(" id=\"").Append(id).Append('"');
        start.Append("><template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"")
            .Append(ElementAttributes.Encoder.Encode(StylesheetUrl)).Append("\">");
        return fragment.With((byte[])[.. Encoding.UTF8.GetBytes(start.ToString()), .. fragment.Utf8.Span, .. "</template></div>"u8]);
    }

    private static string? TakeValue(WidgetDefinition definition, IList<KeyValuePair<string, string>> values, string name)
    {
        if (definition.FindParameter(name) is not null) return null;
        string? taken = null;
        for (var i = values.Count - 1; i >= 0; i--)
        {
            if (!values[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (taken is not null) throw new ParameterException(name, taken, "the tag has that attribute twice: leave one.");
            taken = values[i].Value;
            values.RemoveAt(i);
        }

        return taken;
    }
}
