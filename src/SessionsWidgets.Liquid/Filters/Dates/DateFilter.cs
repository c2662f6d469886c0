namespace SessionsWidgets.Liquid;

/// <summary><c>date: format</c>: a date in strftime's notation. A format that stands in the template is read once, when it is compiled.</summary>
internal sealed class DateFilter : ILiquidFilter
{
    public static readonly DateFilter Instance = new(null);

    private readonly StrftimeFormat? _format;

    private DateFilter(StrftimeFormat? format) => _format = format;

    public string Name => "date";

    public LiquidParameters Parameters => new(1);

    public static ILiquidFilter Specialize(ILiquidFilter filter, Expression[] arguments) =>
        ReferenceEquals(filter, Instance) && arguments is [LiteralExpression { Value: { IsText: true } format }] && format.String.Length > 0
            ? new DateFilter(StrftimeFormat.Parse(format.String))
            : filter;

    public LiquidValue Apply(in LiquidValue input, in LiquidArguments arguments, LiquidRenderContext context)
    {
        var format = _format;
        if (format is null)
        {
            var text = context.TextOf(arguments[0]);
            if (text.Length == 0) return input;
            context.Charge(64L * text.Length);
            format = StrftimeFormat.Parse(text);
        }

        if (!TryDate(input, context, out var date)) return input;
        var builder = context.BeginText();
        format.Write(builder, date, context);
        return builder.Build();
    }

    private static bool TryDate(in LiquidValue input, LiquidRenderContext context, out DateTimeOffset date)
    {
        date = default;
        switch (input.Kind)
        {
            case ValueKind.Date:
                date = TimeZoneInfo.ConvertTime(input.Date, context.TimeZone);
                return true;
            case ValueKind.Integer:
                return DateParser.TryUnixSeconds(input.Bits, context.TimeZone, out date);
            case ValueKind.String or ValueKind.Utf8:
                return DateParser.TryParse(context.TextOf(input), context.Now, context.TimeZone, out date);
            default:
                return false;
        }
    }
}
