namespace SessionsWidgets;

/// <summary>Filters and tags of the host's own, in Fluid's terms, which many threads call at once.</summary>
/// <remarks>Filled before the first template is compiled.</remarks>
public sealed class TemplateExtensions
{
    private readonly Dictionary<string, FilterDelegate> _filters = new(StringComparer.Ordinal);
    private readonly List<(Action<FluidParser> Register, HostTag Kind)> _tags = [];

    internal static TemplateExtensions None { get; } = new();

    internal IReadOnlyDictionary<string, FilterDelegate> Filters => _filters;

    /// <summary>Adds a filter. Its result is encoded for its place; a <c>StringValue</c> that is not to be encoded is HTML.</summary>
    /// <param name="name">The name in templates, in snake_case. One of a filter that there is replaces it.</param>
    /// <param name="filter">The filter. <see cref="TemplateRenderContext.Of"/> tells it the time, zone and language.</param>
    /// <param name="isDeterministic">Whether the result depends on input, arguments, zone and language alone. Default: false, and
    /// templates that use it are rendered anew for each request.</param>
    /// <returns>These extensions, for the next one.</returns>
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

    /// <summary>Adds tags and blocks that write text. It is encoded for the place of the tag, whatever encoder the tag uses.</summary>
    /// <param name="register">Registers them with the parser, such as by <c>RegisterExpressionTag</c>.</param>
    /// <param name="isDeterministic">As of <see cref="AddFilter"/>, for all of these tags.</param>
    /// <returns>These extensions, for the next one.</returns>
    public TemplateExtensions AddTags(Action<FluidParser> register, bool isDeterministic = false) =>
        Add(register, new(IsHtml: false, isDeterministic));

    /// <summary>Adds tags and blocks that write whole elements of HTML, in text only, with values that they encode themselves.</summary>
    /// <param name="register">Registers them with the parser, such as by <c>RegisterExpressionTag</c>.</param>
    /// <param name="isDeterministic">As of <see cref="AddFilter"/>, for all of these tags.</param>
    /// <returns>These extensions, for the next one.</returns>
    public TemplateExtensions AddHtmlTags(Action<FluidParser> register, bool isDeterministic = false) =>
        Add(register, new(IsHtml: true, isDeterministic));

    /// <summary>Registers the tags.</summary>
    /// <returns>Those that are the host's, by name.</returns>
    /// <exception cref="ArgumentException">A tag has the name of one that there is.</exception>
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

/// <summary>What a host says of a tag: whether it writes HTML, and whether it depends on its input alone.</summary>
internal readonly record struct HostTag(bool IsHtml, bool IsDeterministic);
