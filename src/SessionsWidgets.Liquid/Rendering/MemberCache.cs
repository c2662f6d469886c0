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

    public LiquidValue Get(in LiquidValue owner, string name)
    {
        var entry = _entry;
        if (entry is not null && ReferenceEquals(entry.Shape, owner.Shape)) return entry.Accessor.Get(owner.Ref!);
        return Miss(owner, name);
    }

    private LiquidValue Miss(in LiquidValue owner, string name)
    {
        if (owner.Kind != ValueKind.Map) return default;
        var shape = owner.MapShape;
        if (shape.FindMember(name) is { } accessor)
        {
            // A place that sees ever changing shapes would only make garbage of entries.
            if (_misses < MaxMisses)
            {
                _misses++;
                _entry = new Entry(shape, accessor);
            }

            return accessor.Get(owner.Ref!);
        }

        return shape.TryGet(owner, name, out var value) ? value : default;
    }

    private sealed class Entry(MapShape shape, MemberAccessor accessor)
    {
        public readonly MapShape Shape = shape;
        public readonly MemberAccessor Accessor = accessor;
    }
}
