using System.Collections.Frozen;

namespace SessionsWidgets.Liquid;

/// <summary>The standard filters by name.</summary>
internal static class StandardFilters
{
    private static readonly FrozenDictionary<string, ILiquidFilter> Filters = All().ToFrozenDictionary(
        static filter => filter.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ILiquidFilter>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Filters.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<string> Names => Filters.Keys;

    public static ILiquidFilter? Find(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out var filter) ? filter : null;

    private static FilterTable All()
    {
        FilterTable table = [];
        TextFilters.Register(table);
        ReplaceFilters.Register(table);
        SliceFilters.Register(table);
        HtmlFilters.Register(table);
        CodingFilters.Register(table);
        MathFilters.Register(table);
        ListFilters.Register(table);
        SelectFilters.Register(table);
        SortFilters.Register(table);
        table.Add("default", new LiquidParameters(0, 2) { Named = ["allow_false"] }, DefaultFilter.Apply);
        table.Add(DateFilter.Instance);
        table.Add(RawFilter.Instance);
        return table;
    }
}

/// <summary>Collects filters while the table is made.</summary>
internal sealed class FilterTable : List<ILiquidFilter>
{
    public void Add(string name, int required, int optional, FilterFunction apply) =>
        Add(name, new LiquidParameters(required, optional), apply);

    public void Add(string name, LiquidParameters parameters, FilterFunction apply) =>
        Add(new StandardFilter(name, parameters, apply));
}
