namespace SessionsWidgets.Liquid;

/// <summary>About how many bytes the text of a value takes, to be charged before it is made.</summary>
internal static class ValueCost
{
    private const int MaxDepth = 32;

    /// <summary>About how many steps it takes to read all of a value once.</summary>
    public static long ToRead(in LiquidValue value) => value.Kind switch
    {
        ValueKind.String => value.String.Length >> 6,
        ValueKind.Utf8 => value.Utf8.Length >> 6,
        ValueKind.List => value.ListShape.Count(value) >> 1,
        ValueKind.Map => value.MapShape.Count(value),
        _ => 0,
    };

    public static long Of(in LiquidValue value, int depth = 0)
    {
        switch (value.Kind)
        {
            case ValueKind.String: return 16 + (2L * value.String.Length);
            case ValueKind.Utf8: return 16 + (2L * value.Utf8.Length);
            case ValueKind.List when depth < MaxDepth:
                long list = 16;
                for (var i = 0; i < value.ListShape.Count(value); i++) list += Of(value.ListShape.Item(value, i), depth + 1);
                return list;
            case ValueKind.Map when depth < MaxDepth:
                long map = 16;
                foreach (var name in value.MapShape.Names(value))
                {
                    value.MapShape.TryGet(value, name, out var member);
                    map += 16 + (2L * name.Length) + Of(member, depth + 1);
                }

                return map;
            default: return 32;
        }
    }
}
