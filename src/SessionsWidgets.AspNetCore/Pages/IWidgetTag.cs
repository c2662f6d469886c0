namespace SessionsWidgets.AspNetCore;

/// <summary>A tag or component, which says what widget stands in the page.</summary>
internal interface IWidgetTag
{
    /// <summary>Parses the attributes.</summary>
    /// <param name="type">The widget.</param>
    /// <param name="literals">The tags that are parsed already.</param>
    /// <exception cref="ParameterException">An attribute is not allowed.</exception>
    ParsedTag Parse(WidgetDefinition type, LiteralTags literals);

    /// <summary>The tag or component, the same for all its renderings.</summary>
    object Owner { get; }

    /// <summary>Sets options that are not text.</summary>
    /// <exception cref="ParameterException">The widget does not take them.</exception>
    Widget Complete(Widget widget);
}

/// <summary>What the attributes of a tag say. Immutable.</summary>
internal sealed record ParsedTag(Widget Widget, ElementAttributes? Attributes, Isolation? Isolation, string? Business)
{
    /// <summary>Where the package has the stylesheet.</summary>
    private const string StylesheetUrl = "~/_content/SessionsWidgets.AspNetCore/sessions-widgets.css";

    /// <param name="type">The widget.</param>
    /// <param name="values">The attributes.</param>
    /// <param name="mayBeIsolated">Whether the HTML always arrives with its page.</param>
    /// <exception cref="ParameterException">An attribute is not allowed.</exception>
    public static ParsedTag Parse(WidgetDefinition type, List<KeyValuePair<string, string>> values, bool mayBeIsolated)
    {
        var attributes = ElementAttributes.Take(type, values);
        var isolation = mayBeIsolated ? Isolation.Take(type, values, StylesheetUrl) : null;
        var business = BusinessParameter.Take(values);
        return new ParsedTag(type.Parse(values), attributes.IsEmpty ? null : attributes, isolation, business);
    }
}
