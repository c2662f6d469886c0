namespace SessionsWidgets.Liquid;

/// <summary>
/// Equality of values as keys: unlike in comparisons, 1 and 1.0 are two values. Each comparison is charged to the render,
/// since lists and maps of the same size share a hash code.
/// </summary>
internal sealed class ValueEquality(LiquidRenderContext context) : IEqualityComparer<LiquidValue>
{
    public bool Equals(LiquidValue x, LiquidValue y)
    {
        context.ChargeSteps(1 + ValueCost.ToRead(x));
        return AreEqual(x, y);
    }

    private static bool AreEqual(in LiquidValue x, in LiquidValue y) =>
        (x.Kind == y.Kind || (x.IsText && y.IsText) || (x.IsNil && y.IsNil)) && Comparer.AreEqual(x, y);

    public int GetHashCode(LiquidValue obj) => obj.Kind switch
    {
        ValueKind.String => string.GetHashCode(obj.String, StringComparison.Ordinal),
        ValueKind.Utf8 => string.GetHashCode(TextOf.Text(obj), StringComparison.Ordinal),
        ValueKind.Nil => 0,
        ValueKind.BigInteger => obj.Ref!.GetHashCode(),
        ValueKind.List => obj.ListShape.Count(obj),
        ValueKind.Map => obj.MapShape.Count(obj),
        _ => obj.Bits.GetHashCode(),
    };
}
