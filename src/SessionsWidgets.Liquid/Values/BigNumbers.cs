using System.Globalization;
using System.Numerics;

namespace SessionsWidgets.Liquid;

/// <summary>Whole numbers beyond 64 bits, which Liquid has as Ruby does; here up to a length at which arithmetic is still quick.</summary>
internal static class BigNumbers
{
    public const int MaxDigits = 1200;

    private const int MaxBits = 4096;

    public static BigInteger Of(in LiquidValue integer) =>
        integer.Kind == ValueKind.BigInteger ? (BigInteger)integer.Ref! : integer.Bits;

    /// <summary>A number in its smallest form.</summary>
    public static LiquidValue ToValue(BigInteger number) => number >= long.MinValue && number <= long.MaxValue
        ? (long)number
        : new LiquidValue(ScalarShape.BigInteger, number, 0);

    /// <exception cref="LiquidException">The number has too many digits.</exception>
    public static LiquidValue ToValue(BigInteger number, LiquidRenderContext context)
    {
        if (number.GetBitLength() > MaxBits) throw context.Limit($"A number has more than {MaxDigits} digits.");
        context.Charge(64 + (number.GetBitLength() / 8));
        return ToValue(number);
    }

    /// <summary>A number from its decimal digits, with a sign or without.</summary>
    /// <returns>False when there are too many.</returns>
    public static bool TryParse(ReadOnlySpan<char> digits, out LiquidValue value)
    {
        var isShort = digits.Length <= MaxDigits;
        value = isShort ? ToValue(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) : default;
        return isShort;
    }

    /// <summary>The decimal digits of a float without a fraction, as a whole number.</summary>
    public static LiquidValue FromFloat(double value)
    {
        if (Math.Abs(value) < 9e15) return (long)value;
        return ToValue(BigInteger.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    public static (BigInteger Quotient, BigInteger Remainder) FloorDivide(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var remainder);
        return !remainder.IsZero && (remainder.Sign < 0) != (b.Sign < 0) ? (quotient - 1, remainder + b) : (quotient, remainder);
    }
}
