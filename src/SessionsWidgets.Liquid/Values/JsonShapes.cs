using System.Text.Json;

namespace SessionsWidgets.Liquid;

/// <summary>JSON as templates see it: scalars converted at once, objects and arrays when they are read.</summary>
internal static class JsonShapes
{
    public static LiquidValue Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => LiquidValue.True,
        JsonValueKind.False => LiquidValue.False,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (LiquidValue)whole : Number(element),
        JsonValueKind.Object => new LiquidValue(JsonObjectShape.Instance, element, 0),
        JsonValueKind.Array => new LiquidValue(JsonArrayShape.Instance, element, 0),
        _ => LiquidValue.Nil,
    };

    private static LiquidValue Number(JsonElement element)
    {
        var text = element.GetRawText();
        return text.AsSpan().ContainsAny(".eE") || !BigNumbers.TryParse(text, out var big) ? element.GetDouble() : big;
    }

    private sealed class JsonObjectShape : MapShape
    {
        public static readonly JsonObjectShape Instance = new();

        public override int Count(in LiquidValue map) => ((JsonElement)map.Ref!).GetPropertyCount();

        public override bool TryGet(in LiquidValue map, string name, out LiquidValue value)
        {
            var found = ((JsonElement)map.Ref!).TryGetProperty(name, out var property);
            value = found ? Convert(property) : default;
            return found;
        }

        public override IEnumerable<string> Names(LiquidValue map)
        {
            foreach (var property in ((JsonElement)map.Ref!).EnumerateObject()) yield return property.Name;
        }
    }

    private sealed class JsonArrayShape : ListShape
    {
        public static readonly JsonArrayShape Instance = new();

        public override int Count(in LiquidValue list) => ((JsonElement)list.Ref!).GetArrayLength();

        public override LiquidValue Item(in LiquidValue list, int index) => Convert(((JsonElement)list.Ref!)[index]);
    }
}
