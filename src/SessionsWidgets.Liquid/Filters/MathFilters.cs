using System.Globalization;

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
        table.Add("ceil", 0, 0, static (in input, in _, context) => Whole(Numbers.ToNumber(input, context), Math.Ceiling, context));
        table.Add("floor", 0, 0, static (in input, in _, context) => Whole(Numbers.ToNumber(input, context), Math.Floor, context));
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
        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer) return Whole(operation, left.Bits, right.Bits, context);
        left.TryGetNumber(out var a);
        right.TryGetNumber(out var b);
        return TryDecimal(a, out var exactA) && TryDecimal(b, out var exactB) && TryExact(operation, exactA, exactB, out var result)
            ? result
            : Inexact(operation, a, b);
    }

    private static LiquidValue Whole(Operation operation, long a, long b, LiquidRenderContext context)
    {
        try
        {
            switch (operation)
            {
                case Operation.Add: return checked(a + b);
                case Operation.Subtract: return checked(a - b);
                case Operation.Multiply: return checked(a * b);
                case Operation.Divide:
                    var (quotient, rest) = Math.DivRem(a, b);
                    return rest != 0 && (rest < 0) != (b < 0) ? quotient - 1 : quotient;
                default:
                    if (b == -1) return 0;
                    var remainder = a % b;
                    return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
            }
        }
        catch (OverflowException)
        {
            throw context.Error("The number is too large.");
        }
    }

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
        number.Kind == ValueKind.Integer ? (LiquidValue)Math.Abs(Math.Max(number.Bits, -long.MaxValue)) : Math.Abs(number.Float);

    private static LiquidValue Whole(in LiquidValue number, Func<double, double> round, LiquidRenderContext context) =>
        number.Kind == ValueKind.Integer ? number : ToWhole(round(number.Float), context);

    private static LiquidValue ToWhole(double value, LiquidRenderContext context) => Math.Abs(value) < 9.2e18
        ? (long)value
        : throw context.Error("The number is too large to be a whole number.");

    private static LiquidValue Round(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var number = Numbers.ToNumber(input, context);
        var places = Numbers.ToNumber(arguments[0], context);
        places.TryGetNumber(out var wanted);
        var digits = (int)Math.Clamp(Math.Truncate(wanted), -30, 30);
        if (number.Kind == ValueKind.Integer && digits >= 0) return number;
        number.TryGetNumber(out var value);
        if (digits <= 0)
        {
            var unit = Math.Pow(10, -digits);
            return ToWhole(Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit, context);
        }

        return TryDecimal(value, out var exact) && digits <= 28 ? ToDouble(Math.Round(exact, digits, MidpointRounding.AwayFromZero)) : value;
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
