namespace SessionsWidgets;

/// <summary>Makes Fluid's values of plain .NET ones, without looking at types at run time.</summary>
internal static class Values
{
    private static readonly NumberValue[] SmallNumbers = [.. Enumerable.Range(0, 256).Select(number => NumberValue.Create((decimal)number))];

    public static FluidValue Of(string? text) => text is null ? NilValue.Instance : new StringValue(text);

    public static FluidValue Of(bool value) => value ? BooleanValue.True : BooleanValue.False;

    public static FluidValue Of(long number) => number is >= 0 and < 256 ? SmallNumbers[number] : NumberValue.Create((decimal)number);

    public static FluidValue Of(long? number) => number is { } known ? Of(known) : NilValue.Instance;

    /// <summary>Nil also for what is no number, or further from zero than Fluid's numbers reach.</summary>
    public static FluidValue Of(double? number) =>
        number is { } known && Math.Abs(known) < (double)decimal.MaxValue ? NumberValue.Create((decimal)known) : NilValue.Instance;

    public static FluidValue Of(decimal? number) => number is { } known ? NumberValue.Create(known) : NilValue.Instance;

    /// <summary>Dates are shown in the zone of the rendering.</summary>
    public static FluidValue Of(DateTimeOffset? date, TimeZoneInfo zone) =>
        date is { } known ? new DateTimeValue(TimeZoneInfo.ConvertTime(known, zone)) : NilValue.Instance;

    public static FluidValue Of(IReadOnlyList<string>? texts) =>
        texts is null ? NilValue.Instance : new ArrayValue([.. texts.Select(Of)]);
}
