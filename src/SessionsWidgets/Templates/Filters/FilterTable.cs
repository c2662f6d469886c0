using System.Collections.Frozen;

namespace SessionsWidgets;

/// <summary>A filter: its function, its arguments, and its maximum cost.</summary>
/// <param name="Apply">Fluid's filter, or one of ours or of the host's.</param>
/// <param name="MinArguments">How many arguments it needs.</param>
/// <param name="MaxArguments">How many it takes at most.</param>
internal sealed record Filter(FilterDelegate Apply, int MinArguments, int MaxArguments)
{
    /// <summary>The names of its named arguments; null where any name may be given.</summary>
    public IReadOnlyList<string>? Named { get; init; } = [];

    /// <summary>The maximum cost, besides a copy of its input and arguments.</summary>
    public Func<FluidValue, FilterArguments, FilterCost>? Cost { get; init; }

    /// <summary>Whether it sees that its input is HTML. Others see text, for what they make of HTML is not HTML.</summary>
    public bool SeesHtml { get; init; }

    /// <summary>Whether it codes or hashes text, which it sees as it was before <c>escape</c> encoded it.</summary>
    public bool SeesOriginal { get; init; }

    /// <summary>How many arguments it takes, in words.</summary>
    public string Arguments =>
        $"{(MinArguments == MaxArguments ? "" : $"{MinArguments} to ")}{MaxArguments} argument{(MaxArguments == 1 ? "" : "s")}";
}

/// <summary>The filters that templates may use, and no others; a host's own come first. Immutable and thread-safe.</summary>
internal sealed class FilterTable(TemplateExtensions extensions, bool allowRaw)
{
    private readonly FrozenDictionary<string, Filter> _filters = extensions.Filters
        .Select(static own => KeyValuePair.Create(own.Key, new Filter(own.Value, 0, int.MaxValue) { Named = null, SeesHtml = true }))
        .Concat(StandardFilters.All).Concat(WidgetFilters.All).DistinctBy(static filter => filter.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Finds the filter of a use when its template is parsed, and notes one of <c>raw</c>.</summary>
    /// <exception cref="TemplateException">There is no such filter, or it does not take these arguments.</exception>
    public Filter Find(FilterExpression use, ParsedTemplate template, SourceLocation place)
    {
        if (!_filters.TryGetValue(use.Name, out var filter)) throw Unknown("filter", use.Name, _filters.Keys);
        var unknown = use.Parameters.Select(static p => p.Name).FirstOrDefault(n => n is not null && filter.Named?.Contains(n) == false);
        if (unknown is not null) throw Unknown($"argument of '{use.Name}'", unknown, filter.Named!);
        var names = use.Parameters.Select(static p => p.Name).OfType<string>();
        var twice = names.CountBy(static n => n, StringComparer.Ordinal).FirstOrDefault(static n => n.Value > 1);
        if (twice.Key is not null)
            throw place.Error(TemplateErrorKind.Syntax, $"Argument '{twice.Key}' of '{use.Name}' is given twice.");
        var count = use.Parameters.Count(static p => p.Name is null);
        if (count < filter.MinArguments || count > filter.MaxArguments)
            throw place.Error(TemplateErrorKind.Syntax, $"Filter '{use.Name}' takes {filter.Arguments}, not {count}.");
        if (use.Name != "raw") return filter;
        if (!allowRaw) throw place.Error(TemplateErrorKind.Encoding, "Filter 'raw' is not allowed in this template.");
        template.RawUses.Add(place);
        return filter;

        TemplateException Unknown(string what, string name, IEnumerable<string> known) =>
            place.Error(TemplateErrorKind.UnknownName, SyntaxMessage.Unknown(what, name, known));
    }
}
