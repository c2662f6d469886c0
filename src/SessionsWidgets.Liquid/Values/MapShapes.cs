namespace SessionsWidgets.Liquid;

/// <summary>A dictionary of values that the host gave.</summary>
internal sealed class ValueMapShape : MapShape
{
    public static readonly ValueMapShape Instance = new();

    public override int Count(in LiquidValue map) => Dictionary(map).Count;

    public override bool TryGet(in LiquidValue map, string name, out LiquidValue value) =>
        Dictionary(map).TryGetValue(name, out value);

    public override IEnumerable<string> Names(LiquidValue map) => Dictionary(map).Keys;

    private static IReadOnlyDictionary<string, LiquidValue> Dictionary(in LiquidValue map) =>
        (IReadOnlyDictionary<string, LiquidValue>)map.Ref!;
}

/// <summary>Dictionaries and lists of plain objects, converted item by item when they are read.</summary>
internal static class ObjectShapes
{
    public static LiquidValue Convert(object? value) => value switch
    {
        null => LiquidValue.Nil,
        LiquidValue known => known,
        string text => text,
        bool boolean => boolean,
        int number => number,
        long number => number,
        short number => (int)number,
        byte number => (int)number,
        uint number => (long)number,
        double number => number,
        float number => (double)number,
        decimal number => number,
        DateTimeOffset date => date,
        System.Text.Json.JsonElement json => JsonShapes.Convert(json),
        IReadOnlyDictionary<string, LiquidValue> map => LiquidValue.FromMap(map),
        IReadOnlyList<LiquidValue> list => LiquidValue.FromList(list),
        IReadOnlyDictionary<string, object?> map => new LiquidValue(ObjectMapShape.Instance, map, 0),
        IReadOnlyList<string?> list => new LiquidValue(TextListShape.Instance, list, 0),
        IReadOnlyList<object?> list => new LiquidValue(ObjectListShape.Instance, list, 0),
        _ => throw new ArgumentException(
            "Templates cannot see values of this type: register it with LiquidModels, or give text, a number, a boolean, a date, a list or a dictionary.",
            nameof(value)),
    };

    private sealed class ObjectMapShape : MapShape
    {
        public static readonly ObjectMapShape Instance = new();

        public override int Count(in LiquidValue map) => Dictionary(map).Count;

        public override bool TryGet(in LiquidValue map, string name, out LiquidValue value)
        {
            var found = Dictionary(map).TryGetValue(name, out var item);
            value = found ? Convert(item) : default;
            return found;
        }

        public override IEnumerable<string> Names(LiquidValue map) => Dictionary(map).Keys;

        private static IReadOnlyDictionary<string, object?> Dictionary(in LiquidValue map) =>
            (IReadOnlyDictionary<string, object?>)map.Ref!;
    }

    private sealed class ObjectListShape : ListShape
    {
        public static readonly ObjectListShape Instance = new();

        public override int Count(in LiquidValue list) => ((IReadOnlyList<object?>)list.Ref!).Count;

        public override LiquidValue Item(in LiquidValue list, int index) =>
            Convert(((IReadOnlyList<object?>)list.Ref!)[index]);
    }
}
