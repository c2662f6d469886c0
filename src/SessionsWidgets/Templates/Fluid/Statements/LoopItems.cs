namespace SessionsWidgets;

/// <summary>The items of a loop: those of a list, the pairs of a dictionary, or one text.</summary>
internal static class LoopItems
{
    private const int BytesOfItem = 8;

    public static ArraySegment<FluidValue> Slice(FluidValue value, long offset, long? limit, bool isReversed, RenderContext context)
    {
        var items = Of(value, context);
        var end = limit is { } known ? Math.Min(items.Length, offset + known) : items.Length;
        var start = Math.Clamp(offset, 0, items.Length);
        if (end <= start) return [];
        var slice = new ArraySegment<FluidValue>(items, (int)start, (int)(end - start));
        if (isReversed) slice.AsSpan().Reverse();
        return slice;
    }

    /// <summary>The items in an array of their own.</summary>
    public static FluidValue[] Of(FluidValue value, RenderContext context)
    {
        switch (value.Type)
        {
            case FluidValues.Array or FluidValues.Dictionary:
                FluidValue[] items = [.. value.Enumerate(context)];
                context.State.ChargeBytes((long)items.Length * BytesOfItem);
                return items;
            case FluidValues.String when value.ToStringValue().Length > 0:
                return [value];
            default:
                return [];
        }
    }
}
