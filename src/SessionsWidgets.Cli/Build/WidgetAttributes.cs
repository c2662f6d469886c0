using System.Net;
using System.Text;
using SessionsWidgets.Cli.Build.Html;

namespace SessionsWidgets.Cli.Build;

/// <summary>The attributes of a widget's tag.</summary>
internal sealed class WidgetAttributes
{
    private WidgetAttributes(string widget)
    {
        Widget = widget;
    }

    /// <summary>Creates those of a tag that was read before.</summary>
    public WidgetAttributes(string widget, string? business, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        (Widget, Business, Parameters) = (widget, business, [.. parameters]);
    }

    /// <summary>The name of the widget.</summary>
    public string Widget { get; private set; }

    /// <summary>The name of the business; null for the default one.</summary>
    public string? Business { get; private set; }

    /// <summary>The parameters, with character references decoded.</summary>
    public List<KeyValuePair<string, string>> Parameters { get; } = [];

    /// <exception cref="ParameterException">The tag has no name or an attribute twice.</exception>
    public static WidgetAttributes Read(ReadOnlySpan<byte> page, WidgetTag tag, Encoding encoding)
    {
        var isAny = tag.Name == WidgetTagNames.AnyWidget;
        var attributes = new WidgetAttributes(tag.Name);
        var reader = new AttributeReader(page, tag.Start + 1 + tag.Name.Length);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string? name = null;
        while (reader.MoveNext())
        {
            var key = encoding.GetString(page[reader.Name]);
            var value = WebUtility.HtmlDecode(encoding.GetString(page[reader.Value]));
            if (!seen.Add(key)) throw new ParameterException(key, value, "the tag has that attribute twice: leave one.");
            if (key.Equals("business", StringComparison.OrdinalIgnoreCase)) attributes.Business = value;
            else if (isAny && key.Equals("name", StringComparison.OrdinalIgnoreCase)) name = value;
            else attributes.Parameters.Add(new(key, value));
        }

        if (isAny)
            attributes.Widget = name
                ?? throw new ParameterException("name", null, $"<{tag.Name}> needs it to say which widget: name=\"recent-smokes\".");
        return attributes;
    }

    /// <summary>Gets the position of an attribute.</summary>
    public static int PositionOf(ReadOnlySpan<byte> page, WidgetTag tag, string attribute)
    {
        var reader = new AttributeReader(page, tag.Start + 1 + tag.Name.Length);
        while (reader.MoveNext())
        {
            if (Encoding.UTF8.GetString(page[reader.Name]).Equals(attribute, StringComparison.OrdinalIgnoreCase))
                return reader.Name.Start.Value;
        }

        return tag.Start;
    }
}
