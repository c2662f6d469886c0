namespace SessionsWidgets.Liquid;

/// <summary>
/// Lists in which the parser gathers what it takes off as an array. They are most of what parsing would allocate, so each
/// thread keeps one set of them. What is nested gathers above what it is nested in.
/// </summary>
internal sealed class ParserScratch
{
    private const int MostKept = 1024;

    [ThreadStatic]
    private static ParserScratch? _spare;

    /// <summary>The partials that the template calls, directly or through others.</summary>
    public List<Partial> Partials { get; } = [];

    public List<Node> Nodes { get; } = [];

    public List<IfBranch> Branches { get; } = [];

    public List<PathStep> Steps { get; } = [];

    public List<FilterCall> Filters { get; } = [];

    public List<Expression> Positional { get; } = [];

    public List<(string Name, Expression Value)> Named { get; } = [];

    public List<Condition> Conditions { get; } = [];

    public List<bool> Joins { get; } = [];

    public NameTable Names { get; } = new();

    public static ParserScratch Rent()
    {
        var scratch = _spare ?? new ParserScratch();
        _spare = null;
        return scratch;
    }

    /// <summary>Keeps the lists for the next compilation on this thread, unless one has grown large; the limits keep the others short.</summary>
    public static void Return(ParserScratch scratch)
    {
        if (Math.Max(scratch.Nodes.Capacity, scratch.Names.Count) > MostKept) return;
        if (Math.Max(scratch.Branches.Capacity, scratch.Conditions.Capacity) > MostKept) return;
        scratch.Partials.Clear();
        scratch.Nodes.Clear();
        scratch.Branches.Clear();
        scratch.Names.Clear();
        scratch.DropExpressions();
        _spare = scratch;
    }

    /// <summary>Drops the parts of an expression that could not be parsed.</summary>
    public void DropExpressions()
    {
        Steps.Clear();
        Filters.Clear();
        Positional.Clear();
        Named.Clear();
        Conditions.Clear();
        Joins.Clear();
    }
}

/// <summary>Takes gathered items off a list.</summary>
internal static class Gathered
{
    /// <summary>The items from a position on, which the list then no longer has.</summary>
    public static T[] TakeFrom<T>(this List<T> list, int start)
    {
        var count = list.Count - start;
        if (count == 0) return [];
        var items = new T[count];
        list.CopyTo(start, items, 0, count);
        list.RemoveRange(start, count);
        return items;
    }
}
