namespace SessionsWidgets;

/// <summary>The filters and tags that a host adds to templates, as delegates and registrations of Fluid. Filters and tags must be
/// thread-safe.</summary>
/// <remarks>Not thread-safe. Complete it before you create a <see cref="WidgetRenderer"/> with it.</remarks>
public sealed class TemplateExtensions
{
    private readonly Dictionary<string, FilterDelegate> _filters = new(StringComparer.Ordinal);
    private readonly List<(Action<FluidParser> Register, HostTag Kind)> _tags = [];

    internal static TemplateExtensions None { get; } = new();

    internal IReadOnlyDictionary<string, FilterDelegate> Filters => _filters;

    /// <summary>Adds a filter. Its result is encoded for its place in the HTML, except a <c>StringValue</c> that is marked as not to be
    /// encoded.</summary>
    /// <param name="name">The name in templates, in snake_case. A filter of the same name is replaced.</param>
    /// <param name="filter">The filter. Call <see cref="TemplateRenderContext.Of"/> in it for the time, time zone and language.</param>
    /// <param name="isDeterministic">Whether the result depends only on input, arguments, time zone and language. Default: false; templates
    /// that use the filter are rendered for each request.</param>
    /// <returns>These extensions, for chaining.</returns>
    /// <exception cref="ArgumentException">The name is empty or <c>raw</c>.</exception>
    public TemplateExtensions AddFilter(string name, FilterDelegate filter, bool isDeterministic = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(filter);
        if (name == "raw") throw new ArgumentException("The filter 'raw' cannot be replaced: 'check' lists its uses.", nameof(name));
        _filters[name] = isDeterministic ? filter : (input, arguments, context) =>
        {
            TemplateRenderContext.Of(context).IsRepeatable = false;
            return filter(input, arguments, context);
        };
        return this;
    }

    /// <summary>Adds tags and blocks that write text. The text is encoded for the place of the tag in the HTML, whatever encoder the tag
    /// uses.</summary>
    /// <param name="register">Registers the tags with the parser, for example by <c>RegisterExpressionTag</c>. A name that exists makes the
    /// constructor of <see cref="WidgetRenderer"/> throw an <see cref="ArgumentException"/>.</param>
    /// <param name="isDeterministic">Whether the text depends only on arguments, variables, time zone and language. Default: false;
    /// templates that use the tags are rendered for each request.</param>
    /// <returns>These extensions, for chaining.</returns>
    public TemplateExtensions AddTags(Action<FluidParser> register, bool isDeterministic = false) =>
        Add(register, new(IsHtml: false, isDeterministic));

    /// <summary>Adds tags and blocks that write whole HTML elements. They encode the values that they write, and are allowed only in HTML
    /// text, outside start tags and attributes.</summary>
    /// <inheritdoc cref="AddTags"/>
    public TemplateExtensions AddHtmlTags(Action<FluidParser> register, bool isDeterministic = false) =>
        Add(register, new(IsHtml: true, isDeterministic));

    /// <summary>Registers the tags.</summary>
    /// <returns>The tags of the host, by name.</returns>
    /// <exception cref="ArgumentException">A tag has the name of an existing one.</exception>
    internal IReadOnlyDictionary<string, HostTag> Register(FluidParser parser)
    {
        var names = new Dictionary<string, HostTag>(StringComparer.Ordinal);
        foreach (var (register, kind) in _tags)
        {
            var before = parser.RegisteredTags.ToDictionary();
            register(parser);
            foreach (var (name, tag) in parser.RegisteredTags)
            {
                if (!before.TryGetValue(name, out var known)) names.Add(name, kind);
                else if (!ReferenceEquals(known, tag))
                    throw new ArgumentException($"The tag '{name}' exists already: give yours another name.", nameof(parser));
            }
        }

        return names;
    }

    private TemplateExtensions Add(Action<FluidParser> register, HostTag kind)
    {
        ArgumentNullException.ThrowIfNull(register);
        _tags.Add((register, kind));
        return this;
    }
}

/// <summary>The properties of a tag of the host: whether it writes HTML, and whether it depends only on its input.</summary>
internal readonly record struct HostTag(bool IsHtml, bool IsDeterministic);
