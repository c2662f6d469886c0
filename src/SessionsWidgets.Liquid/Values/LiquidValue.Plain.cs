namespace SessionsWidgets.Liquid;

/// <content>The way back to plain objects.</content>
public readonly partial struct LiquidValue
{
    private const int DeepestPlain = 32;

    /// <summary>
    /// The value in plain .NET types, for code that does not know this one: null, <see cref="string"/>, <see cref="long"/>,
    /// <see cref="double"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/>, a list or a dictionary of these. Copies; what nests
    /// deeper than 32 levels is null.
    /// </summary>
    /// <returns>The value.</returns>
    public object? ToObject() => ToObject(this, DeepestPlain);

    private static object? ToObject(in LiquidValue value, int depth) => value.Kind switch
    {
        ValueKind.Boolean => value.Bits != 0,
        ValueKind.Integer => value.Bits,
        ValueKind.Float => value.Float,
        ValueKind.BigInteger => (double)BigNumbers.Of(value),
        ValueKind.Date => value.Date,
        ValueKind.String or ValueKind.Utf8 => value.ToString(),
        ValueKind.List or ValueKind.Range when depth > 0 => ToList(value, depth - 1),
        ValueKind.Map when depth > 0 => ToDictionary(value, depth - 1),
        _ => null,
    };

    private static object?[] ToList(in LiquidValue value, int depth)
    {
        var shape = value.ListShape;
        var items = new object?[shape.Count(value)];
        for (var i = 0; i < items.Length; i++) items[i] = ToObject(shape.Item(value, i), depth);
        return items;
    }

    private static Dictionary<string, object?> ToDictionary(in LiquidValue value, int depth)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in value.MapShape.Names(value))
        {
            if (value.MapShape.TryGet(value, name, out var member)) members[name] = ToObject(member, depth);
        }

        return members;
    }
}
