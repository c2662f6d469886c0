namespace SessionsWidgets;

/// <summary>The filters that the library adds: they write in the language and the time zone of the rendering. What is no date, duration or number gives nil.</summary>
internal static class WidgetFilters
{
    private static readonly string[] Units = ["unit_bytes", "unit_kilobytes", "unit_megabytes", "unit_gigabytes", "unit_terabytes"];

    public static IReadOnlyDictionary<string, Filter> All { get; } = new Dictionary<string, Filter>(StringComparer.Ordinal)
    {
        ["t"] = new(Translate, 0, 0) { Named = null, SeesHtml = true },
        ["rating"] = new(Rating, 0, 0),
        ["number"] = new(Number, 0, 0),
        ["data_size"] = new(DataSize, 0, 0),
        ["duration"] = new(Duration, 0, 1),
        ["elapsed"] = new(Elapsed, 0, 0),
        ["relative_time"] = new(RelativeTime, 0, 0) { Named = ["inline"] },
        ["localized_date"] = new(LocalizedDate, 0, 1) { Named = ["inline"] },
        ["when"] = new(When, 0, 1) { Named = ["inline"] },
        ["iso_date"] = new(IsoDate, 0, 0),
    };

    /// <summary><c>t</c>: the text of a key. Named arguments fill its gaps; <c>count</c> also picks the plural form.</summary>
    private static ValueTask<FluidValue> Translate(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var run = RunOf(context);
        if (input is not StringValue) throw ErrorOf(context, "'t' takes the key of a text, such as 'all_sessions'.");
        var key = input.ToStringValue();
        var count = IsNumber(arguments["count"], out var counted) ? (long)counted : (long?)null;
        if (run.Locale.Find(key, count) is not { } pattern) throw ErrorOf(context, $"There is no text '{key}': add it to locales/{run.Language}.json.");
        return Text(pattern.Constant ?? run.Fill(pattern, count, gap => arguments.HasNamed(gap) ? ValueText.Of(arguments[gap]) : null));
    }

    /// <summary><c>rating</c>: 4.75 gives "4.8", with the language's decimal mark.</summary>
    private static ValueTask<FluidValue> Rating(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        IsNumber(input, out var rating) && rating is >= 0 and <= 1000 ? Text(RunOf(context).Rating(rating)) : Nil;

    /// <summary><c>number</c>: 1204 gives "1,204", grouped as the language does.</summary>
    private static ValueTask<FluidValue> Number(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        IsNumber(input, out var number) && Math.Abs(number) <= 1e15
            ? Text(RunOf(context).Number((long)Math.Round(number, MidpointRounding.AwayFromZero)))
            : Nil;

    /// <summary><c>data_size</c>: 3340000 gives "3.3 MB", by steps of a thousand, with a no-break space.</summary>
    private static ValueTask<FluidValue> DataSize(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (!IsNumber(input, out var size) || size is < 0 or > 1e17) return Nil;
        var run = RunOf(context);
        var unit = 0;
        while (size >= 999.5 && unit < Units.Length - 1)
        {
            size /= 1000;
            unit++;
        }

        var isWhole = unit == 0 || size >= 99.95;
        var number = isWhole ? run.Number((long)Math.Round(size, MidpointRounding.AwayFromZero)) : run.Rating(size);
        return Text($"{number}\u00A0{run.Locale.Find(Units[unit])?.Constant}");
    }

    /// <summary><c>duration</c>: seconds give "1 h 10 min"; <c>'long'</c> "1 hour 10 minutes"; <c>'iso'</c> "PT1H10M".</summary>
    private static ValueTask<FluidValue> Duration(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (!IsNumber(input, out var seconds) || seconds is < 0 or > 1e9) return Nil;
        var duration = TimeSpan.FromSeconds(Math.Floor(seconds));
        var style = arguments.At(0).IsNil() ? "short" : arguments.At(0).ToStringValue();
        return style switch
        {
            "short" => Text(RunOf(context).Duration(duration)),
            "long" => Text(RunOf(context).Duration(duration, inWords: true)),
            "iso" => Text(TemplateRun.IsoDuration(duration)),
            _ => throw ErrorOf(context, $"'duration' takes 'short', 'long' or 'iso', not '{style}'."),
        };
    }

    /// <summary><c>elapsed</c>: the whole seconds since a date, floored to the minute; what is written of them is true until the next minute.</summary>
    private static ValueTask<FluidValue> Elapsed(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (DateOf(input) is not { } date) return Nil;
        var run = RunOf(context);
        var minutes = Math.Max(0, (long)Math.Floor((run.Now - date).TotalMinutes));
        run.LowerFreshUntil(date + TimeSpan.FromMinutes(minutes + 1));
        return new(Values.Of(minutes * 60));
    }

    /// <summary><c>relative_time</c>: a date gives "2 hours ago"; what is rendered is fresh until the words change.</summary>
    private static ValueTask<FluidValue> RelativeTime(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        DateOf(input) is { } date ? Sentence(RunOf(context).RelativeDate(date), arguments) : Nil;

    /// <summary><c>localized_date</c>: a date gives "18 Jul 2026"; its argument names another pattern of the locale.</summary>
    private static ValueTask<FluidValue> LocalizedDate(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        DateOf(input) is { } date ? Absolute(date, arguments.At(0) is StringValue pattern ? pattern.ToStringValue() : "date", arguments, context) : Nil;

    /// <summary><c>when: dates</c>: as <c>relative_time</c> or <c>localized_date</c>, by the value of <c>dates</c>.</summary>
    private static ValueTask<FluidValue> When(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (DateOf(input) is not { } date) return Nil;
        return arguments.At(0) is StringValue style && style.ToStringValue() == "absolute"
            ? Absolute(date, "date", arguments, context)
            : Sentence(RunOf(context).RelativeDate(date), arguments);
    }

    /// <summary><c>iso_date</c>: a date gives "2026-07-18T22:00:00Z", for <c>datetime</c>.</summary>
    private static ValueTask<FluidValue> IsoDate(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        DateOf(input) is { } date ? Text(TemplateRun.IsoDate(date)) : Nil;

    private static ValueTask<FluidValue> Nil => new(NilValue.Instance);

    private static ValueTask<FluidValue> Text(string text) => new(new StringValue(text));

    private static ValueTask<FluidValue> Absolute(DateTimeOffset date, string pattern, FilterArguments arguments, TemplateContext context)
    {
        var run = RunOf(context);
        if (run.Locale.FindDate(pattern) is null) throw ErrorOf(context, $"There is no date pattern '{pattern}' in locales/{run.Language}.json.");
        return Sentence(run.Date(date, pattern), arguments);
    }

    /// <summary>What is written of a date begins with a capital, to stand alone, or is left as it is within a sentence (<c>inline: true</c>).</summary>
    private static ValueTask<FluidValue> Sentence(string text, FilterArguments arguments) =>
        text.Length == 0 || char.ToUpperInvariant(text[0]) == text[0] || arguments["inline"].ToBooleanValue()
            ? Text(text)
            : Text(string.Concat([char.ToUpperInvariant(text[0])], text.AsSpan(1)));

    private static TemplateRun RunOf(TemplateContext context) => RenderContext.Of(context).State.Run;

    private static TemplateException ErrorOf(TemplateContext context, string message) => RenderContext.Of(context).State.Error(message);

    private static bool IsNumber(FluidValue value, out double number)
    {
        number = value is NumberValue ? (double)value.ToNumberValue() : 0;
        return value is NumberValue;
    }

    private static DateTimeOffset? DateOf(FluidValue value) => value switch
    {
        DateTimeValue => (DateTimeOffset)value.ToObjectValue(),
        StringValue => WireDate.Read(value.ToStringValue()),
        _ => null,
    };
}
