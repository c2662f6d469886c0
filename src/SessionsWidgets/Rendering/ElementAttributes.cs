using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SessionsWidgets;

/// <summary>The attributes of a tag that are written to the outermost element of its widget: <c>data-*</c>, <c>aria-*</c>, <c>style</c>,
/// <c>title</c>, <c>hidden</c> and <c>slot</c>. Immutable and thread-safe.</summary>
/// <remarks>For tags that the author of the page writes. Do not use it for attributes that visitors can choose.</remarks>
public sealed class ElementAttributes : IEquatable<ElementAttributes>
{
    /// <summary>Encodes the values of attributes; letters of all scripts are unchanged.</summary>
    internal static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly SearchValues<byte> EndsOfName = SearchValues.Create(" \t\r\n\f/>"u8);
    private static readonly string[] Names = ["style", "title", "hidden", "slot"];
    private static readonly string[] Prefixes = ["data-", "aria-"];

    private static readonly ElementAttributes None = new("");

    private readonly string _html;

    private ElementAttributes(string html)
    {
        _html = html;
    }

    /// <summary>Whether there are no attributes.</summary>
    public bool IsEmpty => _html.Length == 0;

    /// <summary>Whether an attribute is one of those that are written to the element.</summary>
    /// <param name="name">The name, ignoring case.</param>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Names.Contains(name, StringComparer.OrdinalIgnoreCase)
            || (Prefixes.Any(prefix => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':'));
    }

    /// <summary>Gets the value of an attribute that is set to true: empty for an attribute of the element, as without a value; "true" for
    /// <c>aria-*</c> and other attributes.</summary>
    /// <param name="name">The name, ignoring case.</param>
    public static string TextOfTrue(string name) =>
        IsName(name) && !name.StartsWith("aria-", StringComparison.OrdinalIgnoreCase) ? "" : "true";

    /// <summary>Removes the attributes of the element from those of a tag. A parameter of the widget with such a name is left.</summary>
    /// <param name="definition">The widget.</param>
    /// <param name="values">The attributes of the tag; changed by the call.</param>
    /// <returns>The removed attributes.</returns>
    /// <exception cref="ParameterException">An attribute is an event handler, or set twice.</exception>
    public static ElementAttributes Take(WidgetDefinition definition, IList<KeyValuePair<string, string>> values)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(values);
        StringBuilder? html = null;
        HashSet<string>? names = null;
        for (var i = 0; i < values.Count; i++)
        {
            var (name, value) = values[i];
            if (definition.FindParameter(name) is not null) continue;
            if (IsEventHandler(definition, name))
                throw new ParameterException(name, value, "a widget takes no event handlers: put it on an element around the tag.");
            if (!IsName(name)) continue;
            names ??= new(StringComparer.OrdinalIgnoreCase);
            if (!names.Add(name)) throw new ParameterException(name, value, "the tag has that attribute twice: leave one.");
            (html ??= new()).Append(Html(name, value));
            values.RemoveAt(i--);
        }

        return html is null ? None : new ElementAttributes(html.ToString());
    }

    /// <summary>Writes the attributes into the start tag of the fragment's first element. A fragment without an element is
    /// unchanged.</summary>
    internal HtmlFragment ApplyTo(HtmlFragment fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        var html = fragment.Utf8.Span;
        var position = _html.Length == 0 ? -1 : FindFirstElement(html);
        if (position < 0) return fragment;
        byte[] utf8 = [.. html[..position], .. Encoding.UTF8.GetBytes(_html), .. html[position..]];
        return fragment.With(utf8);
    }

    /// <summary>Whether the other attributes have the same HTML.</summary>
    /// <param name="other">The other attributes.</param>
    public bool Equals(ElementAttributes? other) => other is not null && string.Equals(_html, other._html, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ElementAttributes);

    /// <inheritdoc/>
    public override int GetHashCode() => _html.GetHashCode(StringComparison.Ordinal);

    /// <summary>Names that begin with "on", except misspelled parameters.</summary>
    private static bool IsEventHandler(WidgetDefinition definition, string name) =>
        name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        && NearestName.Misspelt(name, definition.Parameters.Select(static p => p.Name)) is null;

#pragma warning disable CA1308 // Names of attributes are lower case in HTML.
    private static string Html(string name, string value) =>
        value.Length == 0 ? $" {name.ToLowerInvariant()}" : $" {name.ToLowerInvariant()}=\"{Encoder.Encode(value)}\"";
#pragma warning restore CA1308

    /// <summary>Returns the position after the name of the first start tag; -1 if there is none.</summary>
    private static int FindFirstElement(ReadOnlySpan<byte> html)
    {
        for (var i = 0; i < html.Length - 1; i++)
        {
            if (html[i..].StartsWith("<!--"u8))
            {
                var end = html[i..].IndexOf("-->"u8);
                if (end < 0) return -1;
                i += end;
            }
            else if (html[i] == '<' && html[i + 1] is (byte)'!' or (byte)'?')
            {
                i += Math.Max(0, html[i..].IndexOf((byte)'>'));
            }
            else if (html[i] == '<' && char.IsAsciiLetter((char)html[i + 1]))
            {
                var end = html[i..].IndexOfAny(EndsOfName);
                return end < 0 ? -1 : i + end;
            }
        }

        return -1;
    }
}
