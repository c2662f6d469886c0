using Fluid.Filters;

namespace SessionsWidgets;

/// <summary>
/// The filters of Fluid that templates may use, by name: one that a later version adds is not there by accident. Left out
/// are <c>json</c>, which an output in a script of JSON does, and <c>format_…</c>, whose widths have no bound.
/// </summary>
internal static class StandardFilters
{
    public static IReadOnlyDictionary<string, Filter> All { get; } = new (string Name, Filter Filter)[][]
    {
        Of(0, 0, null,
            ("abs", NumberFilters.Abs), ("capitalize", StringFilters.Capitalize), ("ceil", NumberFilters.Ceil),
            ("downcase", StringFilters.Downcase), ("first", ArrayFilters.First), ("floor", NumberFilters.Floor),
            ("last", ArrayFilters.Last), ("lstrip", StringFilters.LStrip), ("rstrip", StringFilters.RStrip),
            ("size", ArrayFilters.Size), ("strip", StringFilters.Strip), ("strip_html", MiscFilters.StripHtml),
            ("strip_newlines", StringFilters.StripNewLines), ("upcase", StringFilters.Upcase)),
        Of(0, 1, null, ("round", NumberFilters.Round), ("sum", Sum)),
        Of(0, 2, null, ("truncate", StringFilters.Truncate)),
        Of(1, 1, null,
            ("append", StringFilters.Append), ("at_least", NumberFilters.AtLeast), ("at_most", NumberFilters.AtMost),
            ("concat", ArrayFilters.Concat), ("divided_by", NumberFilters.DividedBy), ("map", Map),
            ("minus", NumberFilters.Minus), ("modulo", NumberFilters.Modulo), ("plus", NumberFilters.Plus),
            ("prepend", StringFilters.Prepend), ("times", NumberFilters.Times)),
        Of(1, 2, null, ("slice", StringFilters.Slice)),
        Of(0, 0, FilterCost.OfReverse, ("reverse", ArrayFilters.Reverse)),
        Of(0, 1, FilterCost.OfDate, ("date", Date)),
        Of(0, 1, FilterCost.OfJoin, ("join", ArrayFilters.Join)),
        Of(0, 1, FilterCost.OfMatch, ("compact", ListFilters.Compact), ("uniq", ListFilters.Uniq)),
        Of(0, 1, FilterCost.OfSort,
            ("sort", ListFilters.Sort(StringComparer.Ordinal)), ("sort_natural", ListFilters.Sort(StringComparer.OrdinalIgnoreCase))),
        Of(0, 2, FilterCost.OfMarkup, ("truncatewords", StringFilters.TruncateWords)),
        Of(1, 1, FilterCost.OfDate, ("time_zone", MiscFilters.ChangeTimeZone)),
        // Fluid's own remove_first and remove_last compare by the machine's language.
        Of(1, 1, FilterCost.OfReplace,
            ("remove", StringFilters.Remove),
            ("remove_first", static (input, part, context) => StringFilters.ReplaceFirst(input, Nothing(part), context)),
            ("remove_last", static (input, part, context) => StringFilters.ReplaceLast(input, Nothing(part), context))),
        Of(1, 1, FilterCost.OfSplit, ("split", StringFilters.Split)),
        Of(1, 2, FilterCost.OfMatch,
            ("find", ListFilters.Find), ("find_index", ListFilters.FindIndex), ("has", ListFilters.Has), ("reject", ListFilters.Reject),
            ("where", ListFilters.Where)),
        Of(1, 2, FilterCost.OfReplace, ("replace", StringFilters.Replace), ("replace_first", StringFilters.ReplaceFirst)),
        Of(2, 2, FilterCost.OfReplace, ("replace_last", StringFilters.ReplaceLast)),
        Of(0, 0, FilterCost.OfCoding,
            ("base64_decode", MiscFilters.Base64Decode), ("base64_url_safe_decode", MiscFilters.Base64UrlSafeDecode),
            ("handle", MiscFilters.Handleize), ("handleize", MiscFilters.Handleize), ("url_decode", MiscFilters.UrlDecode)),
        With(static f => f with { SeesOriginal = true }, Of(0, 0, FilterCost.OfCoding,
            ("base64_encode", MiscFilters.Base64Encode), ("base64_url_safe_encode", MiscFilters.Base64UrlSafeEncode),
            ("md5", MiscFilters.MD5), ("sha1", MiscFilters.Sha1), ("sha256", MiscFilters.Sha256), ("url_encode", MiscFilters.UrlEncode))),
        With(static f => f with { SeesOriginal = true }, Of(1, 1, FilterCost.OfCoding, ("hmac_sha256", MiscFilters.HmacSha256))),
        With(static f => f with { SeesHtml = true }, Of(0, 0, null,
            ("escape", Escape(once: false)), ("escape_once", Escape(once: true)), ("h", Escape(once: false)), ("raw", MiscFilters.Raw))),
        With(static f => f with { SeesHtml = true }, Of(0, 0, FilterCost.OfMarkup, ("newline_to_br", NewlineToBr))),
        [("default", new Filter(MiscFilters.Default, 1, 1) { Named = ["allow_false"], SeesHtml = true })],
    }.SelectMany(static filters => filters).ToDictionary(static use => use.Name, static use => use.Filter, StringComparer.Ordinal);

    private static (string Name, Filter Filter)[] Of(
        int min, int max, Func<FluidValue, FilterArguments, FilterCost>? cost, params (string Name, FilterDelegate Apply)[] filters) =>
        [.. filters.Select(use => (use.Name, new Filter(use.Apply, min, max) { Cost = cost }))];

    private static (string Name, Filter Filter)[] With(Func<Filter, Filter> change, (string Name, Filter Filter)[] filters) =>
        [.. filters.Select(use => (use.Name, change(use.Filter)))];

    /// <summary>The argument, to be replaced by nothing.</summary>
    private static FilterArguments Nothing(FilterArguments part) => new(part.At(0), StringValue.Empty);

    /// <summary>Fluid's own adds up members of .NET objects only.</summary>
    private static async ValueTask<FluidValue> Sum(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (arguments.Count > 0) input = await Map(input, arguments, context);
        return await ArrayFilters.Sum(input, FilterArguments.Empty, context);
    }

    /// <exception cref="TemplateException">A field is wider than a hundred characters, which Fluid would write.</exception>
    private static ValueTask<FluidValue> Date(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var digits = 0;
        foreach (var c in arguments.At(0).ToStringValue())
        {
            digits = char.IsDigit(c) ? digits + 1 : 0;
            if (digits > 2) throw RenderContext.Of(context).State.Limit("A field of a date is 99 characters wide at most.");
        }

        // Fluid reads the time for any input; only to a text such as 'now' does it matter.
        var run = RenderContext.Of(context).State.Run;
        var isRepeatable = run.IsRepeatable && input is not StringValue;
        var date = MiscFilters.Date(input, arguments, context);
        run.IsRepeatable = isRepeatable;
        return date;
    }

    /// <summary>Text that is encoded here is not encoded again when it is written.</summary>
    private static FilterDelegate Escape(bool once) => (input, _, _) =>
        new(input.IsNil() || input.IsHtml() ? input : new StringValue(EscapedText.Escape(ValueText.Of(input), once)));

    private static ValueTask<FluidValue> NewlineToBr(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        using var html = new FragmentWriter(state.Limits.OutputBytes);
        ContextualEncoder.Write(html, input, OutputEncoding.Html, state);
        var text = html.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "<br />\n", StringComparison.Ordinal);
        return new(new StringValue(text, encode: false));
    }

    /// <summary>A list as the name of the member is made text once, not for each item.</summary>
    private static ValueTask<FluidValue> Map(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        ArrayFilters.Map(
            input,
            arguments.At(0) is ArrayValue name ? new FilterArguments(new StringValue(name.ToStringValue())) : arguments,
            context);
}
