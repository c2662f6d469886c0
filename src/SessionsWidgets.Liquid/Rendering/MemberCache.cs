namespace SessionsWidgets.Liquid;

/// <summary>
/// Remembers, at one place in a template, the accessor of a member for the shape that was last seen there. The pair is
/// one immutable object, so that threads that render the same template never see half of it.
/// </summary>
internal struct MemberCache
{
    private const int MaxMisses = 8;

    private Entry? _entry;
    private int _misses;

    public bool TryGet(in LiquidValue owner, string name, out LiquidValue value)
    {
        var entry = _entry;
        if (entry is null || !ReferenceEquals(entry.Shape, owner.Shape)) return Miss(owner, name, out value);
        entry.Accessor.Get(owner.Ref!, out value);
        return true;
    }

    /// <summary>The accessor for a shape, when it is the one that was last seen here and its member is always defined.</summary>
    public readonly MemberAccessor? Known(ValueShape? shape)
    {
        var entry = _entry;
        return entry is not null && ReferenceEquals(entry.Shape, shape) ? entry.Defined : null;
    }

    private bool Miss(in LiquidValue owner, string name, out LiquidValue value)
    {
        value = default;
        if (owner.Kind != ValueKind.Map) return false;
        var shape = owner.MapShape;
        if (shape.FindMember(name) is { } accessor)
        {
            // A place that sees ever changing shapes would only make garbage of entries.
            if (_misses < MaxMisses)
            {
                _misses++;
                _entry = new Entry(shape, accessor);
            }

            accessor.Get(owner.Ref!, out value);
            return true;
        }

        return shape.TryGet(owner, name, out value);
    }

    private sealed class Entry(MapShape shape, MemberAccessor accessor)
    {
        public readonly MapShape Shape = shape;
        public readonly MemberAccessor Accessor = accessor;
        public readonly MemberAccessor? Defined = accessor.CanBeUndefined ? null : accessor;
    }
}
