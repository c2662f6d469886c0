using Fluid.Filters;

namespace SessionsWidgets;

/// <summary>
/// The filters of Fluid that templates may use, by name: one that a later version adds is not there by accident. Left out
/// are <c>json</c>, which an output in a script of JSON does, and <c>format_…</c>, whose widths have no bound.
/// </summary>
internal static class StandardFilters
{
    public static IReadOnlyDictionary<string, Filter> All { get; } = new Dictionary<string, Filter>(StringComparer.Ordinal)
    {
        ["append"] = new(StringFilters.Append, 1, 1),
        ["capitalize"] = new(StringFilters.Capitalize, 0, 0),
        ["downcase"] = new(StringFilters.Downcase, 0, 0),
        ["lstrip"] = new(StringFilters.LStrip, 0, 0),
        ["prepend"] = new(StringFilters.Prepend, 1, 1),
        ["remove"] = new(StringFilters.Remove, 1, 1) { Cost = FilterCost.OfReplace },
        // Fluid's own compare by the machine's language.
        ["remove_first"] = new(static (input, part, context) => StringFilters.ReplaceFirst(input, Nothing(part), context), 1, 1) { Cost = FilterCost.OfReplace },
        ["remove_last"] = new(static (input, part, context) => StringFilters.ReplaceLast(input, Nothing(part), context), 1, 1) { Cost = FilterCost.OfReplace },
        ["replace"] = new(StringFilters.Replace, 1, 2) { Cost = FilterCost.OfReplace },
        ["replace_first"] = new(StringFilters.ReplaceFirst, 1, 2) { Cost = FilterCost.OfReplace },
        ["replace_last"] = new(StringFilters.ReplaceLast, 2, 2) { Cost = FilterCost.OfReplace },
        ["rstrip"] = new(StringFilters.RStrip, 0, 0),
        ["slice"] = new(StringFilters.Slice, 1, 2),
        ["split"] = new(Split, 1, 1) { Cost = FilterCost.OfSplit },
        ["strip"] = new(StringFilters.Strip, 0, 0),
        ["strip_newlines"] = new(StringFilters.StripNewLines, 0, 0),
        ["truncate"] = new(StringFilters.Truncate, 0, 2),
        ["truncatewords"] = new(StringFilters.TruncateWords, 0, 2) { Cost = FilterCost.OfMarkup },
        ["upcase"] = new(StringFilters.Upcase, 0, 0),

        ["compact"] = new(ListFilters.Compact, 0, 1) { Cost = FilterCost.OfMatch },
        ["concat"] = new(ArrayFilters.Concat, 1, 1),
        ["find"] = new(ListFilters.Find, 1, 2) { Cost = FilterCost.OfMatch },
        ["find_index"] = new(ListFilters.FindIndex, 1, 2) { Cost = FilterCost.OfMatch },
        ["first"] = new(ArrayFilters.First, 0, 0),
        ["has"] = new(ListFilters.Has, 1, 2) { Cost = FilterCost.OfMatch },
        ["join"] = new(ArrayFilters.Join, 0, 1) { Cost = FilterCost.OfJoin },
        ["last"] = new(ArrayFilters.Last, 0, 0),
        ["map"] = new(ArrayFilters.Map, 1, 1),
        ["reject"] = new(ListFilters.Reject, 1, 2) { Cost = FilterCost.OfMatch },
        ["reverse"] = new(ArrayFilters.Reverse, 0, 0) { Cost = FilterCost.OfReverse },
        ["size"] = new(ArrayFilters.Size, 0, 0),
        ["sort"] = new(ListFilters.Sort(StringComparer.Ordinal), 0, 1) { Cost = FilterCost.OfSort },
        ["sort_natural"] = new(ListFilters.Sort(StringComparer.OrdinalIgnoreCase), 0, 1) { Cost = FilterCost.OfSort },
        ["sum"] = new(Sum, 0, 1),
        ["uniq"] = new(ListFilters.Uniq, 0, 1) { Cost = FilterCost.OfMatch },
        ["where"] = new(ArrayFilters.Where, 1, 2),

        ["abs"] = new(NumberFilters.Abs, 0, 0),
        ["at_least"] = new(NumberFilters.AtLeast, 1, 1),
        ["at_most"] = new(NumberFilters.AtMost, 1, 1),
        ["ceil"] = new(NumberFilters.Ceil, 0, 0),
        ["divided_by"] = new(NumberFilters.DividedBy, 1, 1),
        ["floor"] = new(NumberFilters.Floor, 0, 0),
        ["minus"] = new(NumberFilters.Minus, 1, 1),
        ["modulo"] = new(NumberFilters.Modulo, 1, 1),
        ["plus"] = new(NumberFilters.Plus, 1, 1),
        ["round"] = new(NumberFilters.Round, 0, 1),
        ["times"] = new(NumberFilters.Times, 1, 1),

        ["base64_decode"] = new(MiscFilters.Base64Decode, 0, 0) { Cost = FilterCost.OfCoding },
        ["base64_encode"] = new(MiscFilters.Base64Encode, 0, 0) { Cost = FilterCost.OfCoding, SeesOriginal = true },
        ["base64_url_safe_decode"] = new(MiscFilters.Base64UrlSafeDecode, 0, 0) { Cost = FilterCost.OfCoding },
        ["base64_url_safe_encode"] = new(MiscFilters.Base64UrlSafeEncode, 0, 0) { Cost = FilterCost.OfCoding, SeesOriginal = true },
        ["handle"] = new(MiscFilters.Handleize, 0, 0) { Cost = FilterCost.OfCoding },
        ["handleize"] = new(MiscFilters.Handleize, 0, 0) { Cost = FilterCost.OfCoding },
        ["hmac_sha256"] = new(MiscFilters.HmacSha256, 1, 1) { Cost = FilterCost.OfCoding, SeesOriginal = true },
        ["md5"] = new(MiscFilters.MD5, 0, 0) { Cost = FilterCost.OfCoding, SeesOriginal = true },
        ["sha1"] = new(MiscFilters.Sha1, 0, 0) { Cost = FilterCost.OfCoding, SeesOriginal = true },
        ["sha256"] = new(MiscFilters.Sha256, 0, 0) { Cost = FilterCost.OfCoding, SeesOriginal = true },
        ["url_decode"] = new(MiscFilters.UrlDecode, 0, 0) { Cost = FilterCost.OfCoding },
        ["url_encode"] = new(MiscFilters.UrlEncode, 0, 0) { Cost = FilterCost.OfCoding, SeesOriginal = true },

        ["date"] = new(Date, 0, 1) { Cost = FilterCost.OfDate },
        ["default"] = new(MiscFilters.Default, 1, 1) { Named = ["allow_false"], SeesHtml = true },
        ["escape"] = new(Escape(once: false), 0, 0) { SeesHtml = true },
        ["escape_once"] = new(Escape(once: true), 0, 0) { SeesHtml = true },
        ["h"] = new(Escape(once: false), 0, 0) { SeesHtml = true },
        ["newline_to_br"] = new(NewlineToBr, 0, 0) { Cost = FilterCost.OfMarkup, SeesHtml = true },
        ["raw"] = new(MiscFilters.Raw, 0, 0) { SeesHtml = true },
        ["strip_html"] = new(MiscFilters.StripHtml, 0, 0),
        ["time_zone"] = new(MiscFilters.ChangeTimeZone, 1, 1) { Cost = FilterCost.OfDate },
    };

    /// <summary>The argument, to be replaced by nothing.</summary>
    private static FilterArguments Nothing(FilterArguments part) => new(part.At(0), StringValue.Empty);

    /// <summary>A space stands for all white space, as in standard Liquid; Fluid's own splits at it alone.</summary>
    private static ValueTask<FluidValue> Split(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (arguments.At(0).ToStringValue() != " ") return StringFilters.Split(input, arguments, context);
        var words = input.ToStringValue().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new(new ArrayValue([.. words.Select(static word => new StringValue(word))]));
    }

    /// <summary>Fluid's own adds up members of .NET objects only.</summary>
    private static async ValueTask<FluidValue> Sum(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (arguments.Count > 0) input = await ArrayFilters.Map(input, arguments, context);
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

        return MiscFilters.Date(input, arguments, context);
    }

    /// <summary>What is encoded so is not encoded again where it is written.</summary>
    private static FilterDelegate Escape(bool once) => (input, _, _) =>
        new(input.IsNil() || input.IsHtml() ? input : new StringValue(EscapedText.Escape(ValueText.Of(input), once)));

    private static ValueTask<FluidValue> NewlineToBr(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var state = RenderContext.Of(context).State;
        using var html = new FragmentWriter(state.Limits.OutputBytes);
        ValueWriter.Write(html, input, EscapeKind.Html, state);
        var text = html.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "<br />\n", StringComparison.Ordinal);
        return new(new StringValue(text, encode: false));
    }
}
