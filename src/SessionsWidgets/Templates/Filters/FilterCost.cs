namespace SessionsWidgets;

/// <summary>What a filter costs at most besides a copy of all that it is given, which each is charged for.</summary>
/// <param name="Bytes">The bytes that it allocates; filling them is charged for with them.</param>
/// <param name="Steps">The work that it does besides.</param>
internal readonly record struct FilterCost(long Bytes, long Steps = 0)
{
    /// <summary>The cost of a character that becomes a separate value.</summary>
    private const int BytesOfCharacter = 80;

    /// <summary>The cost of a list filter for an empty list.</summary>
    private const int BytesOfList = 512;

    /// <summary>The bytes of a copy of the input and the arguments.</summary>
    public static long OfCopy(FluidValue input, FilterArguments arguments)
    {
        var bytes = 2 * ValueSize.Of(input);
        for (var i = 0; i < arguments.Count; i++) bytes += 2 * ValueSize.Of(arguments.At(i));
        return bytes;
    }

    /// <summary>A text in which a character takes up to three times its room, or a hash of it with a key.</summary>
    public static FilterCost OfCoding(FluidValue input, FilterArguments arguments) =>
        new(6 * (ValueSize.Of(input) + ValueSize.Of(arguments.At(0))));

    /// <summary>A list of the parts of a text, at most of its characters.</summary>
    public static FilterCost OfSplit(FluidValue input, FilterArguments arguments) =>
        new(BytesOfCharacter * Places(input, arguments.At(0)), ValueSize.OfSearch(input, arguments.At(0)));

    /// <summary>A text becomes a list of its characters.</summary>
    public static FilterCost OfReverse(FluidValue input, FilterArguments arguments) =>
        input is StringValue ? OfSplit(input, arguments) : default;

    public static FilterCost OfJoin(FluidValue input, FilterArguments arguments) =>
        new(ValueSize.Of(input) + (input is ArrayValue array ? 3 * array.Values.Count * ValueSize.Of(arguments.At(0)) : 0));

    /// <summary>A text in which every place that the text to find can take holds the text to put there.</summary>
    public static FilterCost OfReplace(FluidValue input, FilterArguments arguments) =>
        new(2 * Places(input, arguments.At(0)) * ValueSize.Of(arguments.At(1)), ValueSize.OfSearch(input, arguments.At(0)));

    /// <summary>A text of HTML, in which characters become entities and line ends elements.</summary>
    public static FilterCost OfMarkup(FluidValue input, FilterArguments arguments) => new(14 * ValueSize.Of(input));

    /// <summary>A list with items that are compared repeatedly.</summary>
    public static FilterCost OfSort(FluidValue input, FilterArguments arguments)
    {
        var size = ValueSize.Of(input);
        var count = input is ArrayValue array ? array.Values.Count : 1;
        return new(BytesOfList + size, (size >> 4) * (long)Math.Log2(count + 1));
    }

    /// <summary>A list of whose items the members are read, or in which, where they are texts, a part is looked for.</summary>
    public static FilterCost OfMatch(FluidValue input, FilterArguments arguments) =>
        new(BytesOfList + (2 * ValueSize.Of(input)), (ValueSize.Of(input) >> 5) * (1 + (ValueSize.Of(arguments.At(0)) >> 7)));

    /// <summary>A date as a format says, whose fields are wide, and the reading of a text by many formats.</summary>
    public static FilterCost OfDate(FluidValue input, FilterArguments arguments)
    {
        var format = ValueSize.Of(arguments.At(0));
        return new(64 * format, (input is StringValue ? 300 + (ValueSize.Of(input) >> 3) : 10) + format);
    }

    /// <summary>How often a part can stand in a text.</summary>
    private static long Places(FluidValue text, FluidValue part) =>
        ValueSize.Of(text) / (part is StringValue ? Math.Max(2, ValueSize.Of(part)) : 2);
}
