using System.Globalization;
using System.Numerics;

namespace SessionsWidgets.Liquid;

/// <summary>
/// Arithmetic. Two whole numbers stay whole; with a fraction on either side the decimal digits are calculated with,
/// so that 0.1 and 0.2 make 0.3.
/// </summary>
internal static class MathFilters
{
    public static void Register(FilterTable table)
    {
        table.Add("plus", 1, 0, static (in input, in arguments, context) => Apply(Operation.Add, input, arguments[0], context));
        table.Add("minus", 1, 0, static (in input, in arguments, context) => Apply(Operation.Subtract, input, arguments[0], context));
        table.Add("times", 1, 0, static (in input, in arguments, context) => Apply(Operation.Multiply, input, arguments[0], context));
        table.Add("divided_by", 1, 0, static (in input, in arguments, context) => Apply(Operation.Divide, input, arguments[0], context));
        table.Add("modulo", 1, 0, static (in input, in arguments, context) => Apply(Operation.Modulo, input, arguments[0], context));
        table.Add("abs", 0, 0, static (in input, in _, context) => Abs(Numbers.ToNumber(input, context)));
        table.Add("ceil", 0, 0, static (in input, in _, context) => ToWhole(Numbers.ToNumber(input, context), Math.Ceiling, context));
        table.Add("floor", 0, 0, static (in input, in _, context) => ToWhole(Numbers.ToNumber(input, context), Math.Floor, context));
        table.Add("round", 0, 1, Round);
        table.Add("at_least", 1, 0, static (in input, in arguments, context) =>
            Choose(Numbers.ToNumber(input, context), Numbers.ToNumber(arguments[0], context), 1));
        table.Add("at_most", 1, 0, static (in input, in arguments, context) =>
            Choose(Numbers.ToNumber(input, context), Numbers.ToNumber(arguments[0], context), -1));
    }

    public static LiquidValue Sum(in LiquidValue total, in LiquidValue item, LiquidRenderContext context) =>
        Apply(Operation.Add, total, item, context);

    private static LiquidValue Apply(Operation operation, in LiquidValue input, in LiquidValue argument, LiquidRenderContext context)
    {
        var left = Numbers.ToNumber(input, context);
        var right = Numbers.ToNumber(argument, context);
        if (operation is Operation.Divide or Operation.Modulo && right.TryGetNumber(out var divisor) && divisor == 0)
            throw context.Error("Divided by 0.");
        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer && TryWhole(operation, left.Bits, right.Bits, out var whole)) return whole;
        if (left.IsWhole && right.IsWhole) return BigNumbers.ToValue(Big(operation, BigNumbers.Of(left), BigNumbers.Of(right)), context);
        left.TryGetNumber(out var a);
        right.TryGetNumber(out var b);
        if (!TryDecimal(a, out var exactA) || !TryDecimal(b, out var exactB) || !TryExact(operation, exactA, exactB, out var result))
            return Inexact(operation, a, b);

        // Zero has a sign, which decimal digits do not show.
        return result == 0 && operation != Operation.Modulo && Inexact(operation, a, b) is { Float: 0 } zero ? zero : result;
    }

    /// <returns>False when 64 bits do not hold the result.</returns>
    private static bool TryWhole(Operation operation, long a, long b, out LiquidValue result)
    {
        var exact = operation switch
        {
            Operation.Add => (Int128)a + b,
            Operation.Subtract => (Int128)a - b,
            Operation.Multiply => (Int128)a * b,
            _ => FloorDivide(operation, a, b),
        };
        var fits = exact >= long.MinValue && exact <= long.MaxValue;
        result = fits ? (long)exact : default;
        return fits;
    }

    private static Int128 FloorDivide(Operation operation, Int128 a, Int128 b)
    {
        var (quotient, remainder) = Int128.DivRem(a, b);
        if (remainder != 0 && (remainder < 0) != (b < 0)) (quotient, remainder) = (quotient - 1, remainder + b);
        return operation == Operation.Divide ? quotient : remainder;
    }

    private static BigInteger Big(Operation operation, BigInteger a, BigInteger b) => operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        Operation.Divide => BigNumbers.FloorDivide(a, b).Quotient,
        _ => BigNumbers.FloorDivide(a, b).Remainder,
    };

    private static bool TryExact(Operation operation, decimal a, decimal b, out double result)
    {
        try
        {
            result = ToDouble(operation switch
            {
                Operation.Add => a + b,
                Operation.Subtract => a - b,
                Operation.Multiply => a * b,
                Operation.Divide => a / b,
                _ => a - (b * decimal.Floor(a / b)),
            });
            return true;
        }
        catch (OverflowException)
        {
            result = 0;
            return false;
        }
    }

    /// <summary>The nearest double, which a cast does not always give.</summary>
    private static double ToDouble(decimal value)
    {
        Span<char> digits = stackalloc char[40];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        return double.Parse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static LiquidValue Inexact(Operation operation, double a, double b) => operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        Operation.Divide => a / b,
        _ => a - (b * Math.Floor(a / b)),
    };

    /// <summary>The shortest decimal digits of a double, as an exact number.</summary>
    private static bool TryDecimal(double value, out decimal exact)
    {
        exact = 0;
        var size = Math.Abs(value);
        if (value != 0 && size is not (> 1e-12 and < 1e24)) return false;
        Span<char> digits = stackalloc char[40];
        value.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        return decimal.TryParse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out exact);
    }

    private static LiquidValue Abs(in LiquidValue number) =>
        number.IsWhole ? BigNumbers.ToValue(BigInteger.Abs(BigNumbers.Of(number))) : Math.Abs(number.Float);

    private static LiquidValue ToWhole(in LiquidValue number, Func<double, double> round, LiquidRenderContext context)
    {
        if (number.IsWhole) return number;
        return double.IsFinite(number.Float)
            ? BigNumbers.FromFloat(round(number.Float))
            : throw context.Error("The number is not finite, so it has no whole number next to it.");
    }

    /// <summary>To so many decimal places; to tens, hundreds and so on when there are fewer than none.</summary>
    private static LiquidValue Round(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var number = Numbers.ToNumber(input, context);
        Numbers.ToNumber(arguments[0], context).TryGetNumber(out var wanted);
        var digits = (int)Math.Clamp(Math.Truncate(wanted), -BigNumbers.MaxDigits, BigNumbers.MaxDigits);
        if (digits < 0) return RoundToUnit(ToWhole(number, Math.Truncate, context), -digits);
        if (digits == 0) return ToWhole(number, static value => Math.Round(value, MidpointRounding.AwayFromZero), context);
        if (number.IsWhole || digits > 28 || !TryDecimal(number.Float, out var exact)) return number;
        return ToDouble(Math.Round(exact, digits, MidpointRounding.AwayFromZero));
    }

    private static LiquidValue RoundToUnit(in LiquidValue whole, int zeros)
    {
        var number = BigNumbers.Of(whole);
        var size = BigInteger.Abs(number);

        // Ten is more than three bits: the unit is more than twice the number.
        if (size.GetBitLength() + 1 < 3L * zeros) return 0;
        var unit = BigInteger.Pow(10, zeros);
        var rounded = (size + (unit / 2)) / unit * unit;
        return BigNumbers.ToValue(number.Sign < 0 ? -rounded : rounded);
    }

    private static LiquidValue Choose(in LiquidValue input, in LiquidValue bound, int sign) =>
        Comparer.Order(bound, input) * sign > 0 ? bound : input;

    private enum Operation
    {
        Add,
        Subtract,
        Multiply,
        Divide,
        Modulo,
    }
}
