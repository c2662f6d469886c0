using Fluid;
using Fluid.Values;

namespace SessionsWidgets;

/// <summary>What a filter costs at most, from what it is given.</summary>
/// <param name="Bytes">The bytes that it allocates; filling them is charged for with them.</param>
/// <param name="Steps">The work that it does besides.</param>
internal readonly record struct FilterCost(long Bytes, long Steps = 0)
{
    /// <summary>What a character takes that becomes a value of its own.</summary>
    private const int BytesOfCharacter = 80;

    /// <summary>A text, a list or a number made of the input and the arguments.</summary>
    public static FilterCost OfCopy(FluidValue input, FilterArguments arguments)
    {
        var bytes = 2 * ValueSize.Of(input);
        for (var i = 0; i < arguments.Count; i++) bytes += 2 * ValueSize.Of(arguments.At(i));
        return new(bytes);
    }

    /// <summary>A text in which a character takes up to three times its room.</summary>
    public static FilterCost OfCoding(FluidValue input, FilterArguments arguments) => new(8 * ValueSize.Of(input));

    public static FilterCost OfSplit(FluidValue input, FilterArguments arguments)
    {
        var pieces = ValueSize.Of(input) / 2 / Math.Max(1, arguments.At(0).ToStringValue().Length);
        return new((BytesOfCharacter * pieces) + (2 * ValueSize.Of(input)), ValueSize.OfSearch(input, arguments.At(0)));
    }

    /// <summary>A list of characters, where the input is a text.</summary>
    public static FilterCost OfReverse(FluidValue input, FilterArguments arguments) =>
        new(input is StringValue ? BytesOfCharacter * (ValueSize.Of(input) / 2) : 2 * ValueSize.Of(input));

    public static FilterCost OfJoin(FluidValue input, FilterArguments arguments) =>
        new((3 * ValueSize.Of(input)) + (input is ArrayValue array ? 6L * array.Values.Count * arguments.At(0).ToStringValue().Length : 0));

    /// <summary>A text in which every place that the text to find can take holds the text to put there.</summary>
    public static FilterCost OfReplace(FluidValue input, FilterArguments arguments)
    {
        var places = ValueSize.Of(input) / 2 / Math.Max(1, arguments.At(0).ToStringValue().Length);
        var bytes = (2 * ValueSize.Of(input)) + (4 * places * arguments.At(1).ToStringValue().Length);
        return new(bytes, ValueSize.OfSearch(input, arguments.At(0)));
    }

    /// <summary>A text of HTML, in which characters become entities and line ends elements.</summary>
    public static FilterCost OfMarkup(FluidValue input, FilterArguments arguments) => new(16 * ValueSize.Of(input));

    /// <summary>A list whose items are compared again and again.</summary>
    public static FilterCost OfSort(FluidValue input, FilterArguments arguments)
    {
        var size = ValueSize.Of(input);
        var count = input is ArrayValue array ? array.Values.Count : 1;
        return new(3 * size, (size >> 4) * (long)Math.Log2(count + 1));
    }

    /// <summary>A list in whose items, where they are texts, a part is looked for.</summary>
    public static FilterCost OfMatch(FluidValue input, FilterArguments arguments) =>
        new(2 * ValueSize.Of(input), (ValueSize.Of(input) >> 5) * (1 + (ValueSize.Of(arguments.At(0)) >> 7)));

    /// <summary>A date as a format says, and the reading of a text by many formats.</summary>
    public static FilterCost OfDate(FluidValue input, FilterArguments arguments)
    {
        var format = ValueSize.Of(arguments.At(0));
        return new(16 * format, (input is StringValue ? 300 : 10) + format);
    }
}
