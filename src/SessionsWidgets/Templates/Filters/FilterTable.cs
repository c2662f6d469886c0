using System.Collections.Frozen;

namespace SessionsWidgets;

/// <summary>A filter: what it does, the arguments that it takes, and what it may cost.</summary>
/// <param name="Apply">Fluid's filter, or one of ours or of the host's.</param>
/// <param name="MinArguments">How many arguments it needs.</param>
/// <param name="MaxArguments">How many it takes at most.</param>
internal sealed record Filter(FilterDelegate Apply, int MinArguments, int MaxArguments)
{
    /// <summary>The names of its named arguments; null where any name may be given.</summary>
    public IReadOnlyList<string>? Named { get; init; } = [];

    /// <summary>What it costs at most, besides a copy of its input and arguments.</summary>
    public Func<FluidValue, FilterArguments, FilterCost>? Cost { get; init; }

    /// <summary>Whether it sees that its input is HTML. Others see text, for what they make of HTML is not HTML.</summary>
    public bool SeesHtml { get; init; }

    /// <summary>Whether it codes or hashes text, which it sees as it was before <c>escape</c> encoded it.</summary>
    public bool SeesOriginal { get; init; }
}

/// <summary>The filters that templates may use, and no others. Immutable and thread-safe.</summary>
internal sealed class FilterTable
{
    private const string Raw = "raw";

    private readonly FrozenDictionary<string, Filter> _filters;
    private readonly bool _allowRaw;

    public FilterTable(TemplateExtensions extensions, bool allowRaw)
    {
        var filters = new Dictionary<string, Filter>(StandardFilters.All, StringComparer.Ordinal);
        foreach (var (name, filter) in WidgetFilters.All) filters.Add(name, filter);
        foreach (var (name, filter) in extensions.Filters) filters[name] = new Filter(filter, 0, int.MaxValue) { Named = null, SeesHtml = true };
        _filters = filters.ToFrozenDictionary(StringComparer.Ordinal);
        _allowRaw = allowRaw;
    }

    /// <summary>Finds the filter of a use when its template is parsed, and notes one of <c>raw</c>.</summary>
    /// <exception cref="TemplateException">There is no such filter, or it does not take these arguments.</exception>
    public Filter Find(FilterExpression use, ParsedTemplate template, int offset)
    {
        if (!_filters.TryGetValue(use.Name, out var filter))
            throw template.Error(TemplateErrorKind.UnknownName, SyntaxMessage.Unknown("filter", use.Name, _filters.Keys), offset);
        var count = 0;
        foreach (var parameter in use.Parameters)
        {
            if (parameter.Name is null) count++;
            else if (filter.Named is { } named && !named.Contains(parameter.Name))
                throw template.Error(TemplateErrorKind.UnknownName, SyntaxMessage.Unknown($"argument of '{use.Name}'", parameter.Name, named), offset);
        }

        if (count < filter.MinArguments || count > filter.MaxArguments)
            throw template.Error(TemplateErrorKind.Syntax, $"Filter '{use.Name}' takes {Range(filter)}, not {count}.", offset);
        if (use.Name != Raw) return filter;
        if (!_allowRaw) throw template.Error(TemplateErrorKind.Encoding, "Filter 'raw' is not allowed in this template.", offset);
        template.RawUses.Add(new TemplatePlace(template.Source, offset));
        return filter;
    }

    private static string Range(Filter filter)
    {
        var range = filter.MinArguments == filter.MaxArguments ? $"{filter.MaxArguments}" : $"{filter.MinArguments} to {filter.MaxArguments}";
        return filter.MaxArguments == 1 ? $"{range} argument" : $"{range} arguments";
    }
}
