namespace SessionsWidgets.Liquid;

/// <summary>The engine's own lists: an array, of which the first items count.</summary>
internal sealed class ArrayShape : ListShape
{
    public static readonly ArrayShape Instance = new();

    public override int Count(in LiquidValue list) => (int)list.Bits;

    public override LiquidValue Item(in LiquidValue list, int index) => ((LiquidValue[])list.Ref!)[index];
}

/// <summary>A list of values that the host gave.</summary>
internal sealed class ValueListShape : ListShape
{
    public static readonly ValueListShape Instance = new();

    public override int Count(in LiquidValue list) => ((IReadOnlyList<LiquidValue>)list.Ref!).Count;

    public override LiquidValue Item(in LiquidValue list, int index) => ((IReadOnlyList<LiquidValue>)list.Ref!)[index];
}

/// <summary>A list of registered models.</summary>
internal sealed class ModelListShape<T>(ModelShape<T> item) : ListShape
    where T : class
{
    public override int Count(in LiquidValue list) => Items(list).Count;

    public override LiquidValue Item(in LiquidValue list, int index) => new(item, Items(list)[index], 0);

    /// <summary>Every value of this shape was made of such a list; checking a cast to a variant interface costs.</summary>
    private static IReadOnlyList<T> Items(in LiquidValue list) => System.Runtime.CompilerServices.Unsafe.As<IReadOnlyList<T>>(list.Ref!);
}

/// <summary>A list of texts.</summary>
internal sealed class TextListShape : ListShape
{
    public static readonly TextListShape Instance = new();

    public override int Count(in LiquidValue list) => ((IReadOnlyList<string?>)list.Ref!).Count;

    public override LiquidValue Item(in LiquidValue list, int index) => ((IReadOnlyList<string?>)list.Ref!)[index];
}

/// <summary>Whole numbers from the upper half of the bits to the lower half, both included.</summary>
internal sealed class RangeShape() : ListShape(ValueKind.Range)
{
    public static readonly RangeShape Instance = new();

    public static int Start(in LiquidValue range) => (int)(range.Bits >> 32);

    public static int End(in LiquidValue range) => (int)range.Bits;

    public override int Count(in LiquidValue list) =>
        (int)Math.Clamp((long)End(list) - Start(list) + 1, 0, int.MaxValue);

    public override LiquidValue Item(in LiquidValue list, int index) => Start(list) + (long)index;
}
