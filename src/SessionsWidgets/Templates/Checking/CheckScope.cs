namespace SessionsWidgets;

/// <summary>The variables of a template, or of one call of a partial that is rendered. Not thread-safe.</summary>
/// <param name="root">The model, or the arguments of the call.</param>
internal sealed class CheckScope(ValueShape root)
{
    private readonly Dictionary<string, ValueShape> _assigned = new(StringComparer.Ordinal);
    private readonly List<(string Name, ValueShape Shape)> _locals = [];

    /// <summary>Whether a variable has become known, or less is known of one, since this was set to false.</summary>
    public bool HasChanged { get; set; }

    /// <summary>Whether all variables are known, so that unknown names can be reported.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Whether a tag may set variables that are not known.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The names of the variables that are known here.</summary>
    public IEnumerable<string> Names =>
        _locals.Select(static local => local.Name).Concat(_assigned.Keys).Concat(root.Names).Distinct(StringComparer.Ordinal);

    /// <summary>The shape of a variable; null if there is none of that name.</summary>
    /// <remarks>An assignment counts for the whole template: within a loop, what stands below it has run before.</remarks>
    public ValueShape? Find(string name)
    {
        var local = _locals.FindLastIndex(known => known.Name == name);
        var given = local >= 0 ? _locals[local].Shape : root.Member(name);
        var assigned = _assigned.GetValueOrDefault(name);
        if (given is null) return assigned ?? (IsOpen ? ValueShape.Any : null);
        return assigned is null ? given : given.Join(assigned);
    }

    public void Assign(string name, ValueShape shape)
    {
        var known = _assigned.GetValueOrDefault(name);
        var joined = known is null ? shape : known.Join(shape);
        if (joined.Equals(known)) return;
        _assigned[name] = joined;
        HasChanged = true;
    }

    public void Open()
    {
        HasChanged |= !IsOpen;
        IsOpen = true;
    }

    /// <summary>Does something while some variables have the values of a loop or of arguments.</summary>
    public void With(IReadOnlyCollection<(string Name, ValueShape Shape)> locals, Action action)
    {
        _locals.AddRange(locals);
        action();
        _locals.RemoveRange(_locals.Count - locals.Count, locals.Count);
    }
}
