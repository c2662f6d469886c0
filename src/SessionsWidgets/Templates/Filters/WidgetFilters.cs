namespace SessionsWidgets;

/// <summary>
/// The filters that the library adds: they write in the language and the time zone of the rendering. What is no date,
/// duration or number gives nil.
/// </summary>
internal static class WidgetFilters
{
    public static IReadOnlyDictionary<string, Filter> All { get; } = new Dictionary<string, Filter>(StringComparer.Ordinal)
    {
        ["t"] = new(Translate, 0, 0) { Named = null, SeesHtml = true },
        ["rating"] = OfNumber(0, 1000, static (rating, _, state) => state.Run.Rating(rating)),
        ["number"] = OfNumber(-1e15, 1e15, static (number, _, state) =>
            state.Run.Number((long)Math.Round(number, MidpointRounding.AwayFromZero))),
        ["data_size"] = OfNumber(0, 1e17, static (bytes, _, state) => state.Run.Locale.DataSize(bytes)),
        ["duration"] = OfNumber(0, 1e9, Duration) with { MaxArguments = 1 },
        ["elapsed"] = OfDate(Elapsed),
        ["relative_time"] = OfDate(RelativeTime) with { Named = ["inline"] },
        ["localized_date"] = OfDate(static (date, arguments, state) =>
            Absolute(date, PatternOf(arguments) ?? "date", arguments, state)) with { MaxArguments = 1, Named = ["inline"] },
        ["when"] = OfDate(static (date, arguments, state) => PatternOf(arguments) == "absolute"
            ? Absolute(date, "date", arguments, state)
            : RelativeTime(date, arguments, state)) with { MaxArguments = 1, Named = ["inline"] },
        ["period"] = new(Period, 0, 0) { Named = ["day"] },
        ["picture"] = new(Picture, 2, 2) { Named = ["fit"] },
        ["iso_date"] = OfDate(static (date, _, _) => new StringValue(LocaleFormatter.IsoDate(date))),
    };

    private static Filter OfNumber(double min, double max, Func<double, FilterArguments, RenderState, string> write) =>
        new((input, arguments, context) => new(input is NumberValue && (double)input.ToNumberValue() is var n && n >= min && n <= max
            ? new StringValue(write(n, arguments, RenderContext.Of(context).State))
            : NilValue.Instance), 0, 0);

    private static Filter OfDate(Func<DateTimeOffset, FilterArguments, RenderState, FluidValue> write) =>
        new((input, arguments, context) => new(DateOf(input, context.TimeZone) is { } date
            ? write(date, arguments, RenderContext.Of(context).State)
            : NilValue.Instance), 0, 0);

    /// <summary>The text of a key. Named arguments fill its gaps; <c>count</c> also picks the plural form.</summary>
    private static ValueTask<FluidValue> Translate(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        if (input is not StringValue) throw state.Error("'t' takes the key of a text, such as 'all_sessions'.");
        var key = input.ToStringValue();
        var count = arguments["count"] is NumberValue number ? (long)(double)number.ToNumberValue() : (long?)null;
        var pattern = state.Run.Locale.Find(key, count)
            ?? throw state.Error(
                $"There is no text '{key}': add it to locales/{state.Run.Language}.json.{DidYouMean.Sentence(key, state.Run.Locale.Keys)}");
        return new(new StringValue(pattern.Constant ?? Fill(pattern, count, arguments, state)));
    }

    private static string Fill(TextPattern pattern, long? count, FilterArguments arguments, RenderState state) => pattern.Fill(gap =>
        gap == "count" && count is { } number ? state.Run.Number(number)
        : arguments.HasNamed(gap) ? ValueText.Of(arguments[gap]) : null);

    private static string Duration(double seconds, FilterArguments arguments, RenderState state)
    {
        var duration = TimeSpan.FromSeconds(Math.Floor(seconds));
        return (arguments.At(0).IsNil() ? "short" : arguments.At(0).ToStringValue()) switch
        {
            "short" => state.Run.Duration(duration),
            "long" => state.Run.Duration(duration, inWords: true),
            "iso" => LocaleFormatter.IsoDuration(duration),
            var style => throw state.Error(
                $"'duration' takes 'short', 'long' or 'iso', not '{style}'.{DidYouMean.Sentence(style, ["short", "long", "iso"])}"),
        };
    }

    /// <summary>The whole seconds since a date, floored to the minute; what is written of them is true until the next minute.</summary>
    private static FluidValue Elapsed(DateTimeOffset date, FilterArguments arguments, RenderState state)
    {
        var minutes = Math.Max(0, (long)Math.Floor((state.Run.Time - date).TotalMinutes));
        state.Run.LowerFreshUntil(date + TimeSpan.FromMinutes(minutes + 1));
        return Values.Of(minutes * 60);
    }

    private static StringValue RelativeTime(DateTimeOffset date, FilterArguments arguments, RenderState state) =>
        Sentence(state.Run.RelativeDate(date), arguments, state);

    private static ValueTask<FluidValue> Period(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (input is not PeriodValue value) return new(NilValue.Instance);
        var day = arguments["day"] is StringValue word && word.ToStringValue() is { Length: > 0 } text ? text : null;
        return new(new StringValue(RenderContext.Of(context).State.Run.Locale.Period(value.Period, day)));
    }

    /// <summary>The address of a picture in the size of its place, or as it is where pictures are not scaled.</summary>
    private static ValueTask<FluidValue> Picture(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (input is not StringValue) return new(NilValue.Instance);
        var state = RenderContext.Of(context).State;
        var size = new PictureSize(SideOf(arguments.At(0)), SideOf(arguments.At(1)), FitOf(arguments["fit"], state));
        var scaled = state.Run.Pictures.AddressOf(input.ToStringValue(), size);
        return new(scaled is null ? input : new StringValue(scaled));
    }

    private static PictureFit FitOf(FluidValue fit, RenderState state) => fit.IsNil() ? PictureFit.Contain : fit.ToStringValue() switch
    {
        "contain" => PictureFit.Contain,
        "cover" => PictureFit.Cover,
        var other => throw state.Error(
            $"'picture' takes the fit 'contain' or 'cover', not '{other}'.{DidYouMean.Sentence(other, ["contain", "cover"])}"),
    };

    private static int SideOf(FluidValue value) =>
        value is NumberValue && value.ToNumberValue() is >= 1 and <= PictureSize.MaxSide and var side ? (int)side : 0;

    private static string? PatternOf(FilterArguments arguments) => (arguments.At(0) as StringValue)?.ToStringValue();

    private static StringValue Absolute(DateTimeOffset date, string pattern, FilterArguments arguments, RenderState state) =>
        state.Run.Locale.FindDate(pattern) is not null
            ? Sentence(state.Run.Date(date, pattern), arguments, state)
            : throw state.Error(
                $"There is no date pattern '{pattern}' in locales/{state.Run.Language}.json."
                + DidYouMean.Sentence(pattern, state.Run.Locale.DateNames));

    /// <summary>Begins with a capital, to stand alone, or is left as it is within a sentence (<c>inline: true</c>).</summary>
    private static StringValue Sentence(string text, FilterArguments arguments, RenderState state) =>
        new(arguments["inline"].ToBooleanValue() ? text : state.Run.Locale.Capitalized(text));

    private static DateTimeOffset? DateOf(FluidValue value, TimeZoneInfo zone) => value switch
    {
        DateTimeValue => (DateTimeOffset)value.ToObjectValue(),
        StringValue when value.ToStringValue() is var text => WireDate.In(zone, WireDate.Read(text), WireDate.IsDay(text)),
        _ => null,
    };
}
