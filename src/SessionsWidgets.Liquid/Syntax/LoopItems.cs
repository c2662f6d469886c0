namespace SessionsWidgets.Liquid;

/// <summary>What a loop runs over: a part of a list or a range, one text, or the pairs of a map.</summary>
internal readonly struct LoopItems
{
    private const long Furthest = 1L << 40;

    private readonly LiquidValue _items;
    private readonly ListShape? _list;
    private readonly int _start;
    private readonly bool _reversed;

    private LoopItems(in LiquidValue items, int start, int count, bool reversed)
    {
        _items = items;
        _list = items.Shape as ListShape;
        _start = start;
        Count = count;
        _reversed = reversed;
    }

    public int Count { get; }

    public LiquidValue this[int index]
    {
        get
        {
            Get(index, out var item);
            return item;
        }
    }

    public void Get(int index, out LiquidValue item)
    {
        if (_list is null) item = _items;
        else item = _list.Item(_items, _start + (_reversed ? Count - 1 - index : index));
        if (item.IsUndefined) item = LiquidValue.Nil;
    }

    /// <param name="value">What to loop over.</param>
    /// <param name="offset">How many items to leave out at the start.</param>
    /// <param name="limit">How many items to take at most; null for all.</param>
    /// <param name="reversed">Whether to take those items from the last to the first.</param>
    /// <param name="context">The render.</param>
    public static LoopItems Of(in LiquidValue value, long offset, long? limit, bool reversed, LiquidRenderContext context)
    {
        switch (value.Kind)
        {
            case ValueKind.String or ValueKind.Utf8:
                var isEmpty = value.Kind == ValueKind.String ? value.String.Length == 0 : value.Utf8.Length == 0;
                return new LoopItems(value, 0, isEmpty ? 0 : 1, reversed: false);
            case ValueKind.List or ValueKind.Range:
                return Slice(value, value.ListShape.Count(value), offset, limit, reversed);
            case ValueKind.Map:
                var pairs = Pairs(value, context);
                return Slice(LiquidValue.OfArray(pairs), pairs.Length, offset, limit, reversed);
            default:
                return default;
        }
    }

    private static LoopItems Slice(in LiquidValue list, int length, long offset, long? limit, bool reversed)
    {
        // No list is longer than this, and a sum of two is still a number.
        offset = Math.Clamp(offset, -Furthest, Furthest);
        var end = limit is { } known ? Math.Min(length, offset + Math.Clamp(known, -Furthest, Furthest)) : length;
        var start = Math.Clamp(offset, 0, length);
        return new LoopItems(list, (int)start, (int)Math.Max(0, end - start), reversed);
    }

    private static LiquidValue[] Pairs(in LiquidValue map, LiquidRenderContext context)
    {
        var count = map.MapShape.Count(map);
        context.Charge(32 + (count * 24L));
        var pairs = new List<LiquidValue>(count);
        foreach (var name in map.MapShape.Names(map)) pairs.Add(Commands.Pair(map, name, context));
        return [.. pairs];
    }
}
