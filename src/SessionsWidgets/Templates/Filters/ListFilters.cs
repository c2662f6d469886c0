namespace SessionsWidgets;

/// <summary>
/// Filters of a list by its items or a member of them. Fluid's own sort numbers as text and members by the machine's language,
/// need a value to look for, or know no members.
/// </summary>
internal static class ListFilters
{
    public static readonly FilterDelegate Compact = Keyed(static (list, _) => list.Where(static item => !item.Key.IsNil()));
    public static readonly FilterDelegate Uniq = Keyed(static (list, _) => list.DistinctBy(static item => item.Key));
    public static readonly FilterDelegate Where = Keyed(static (list, value) => list.Where(item => item.Matches(value)));
    public static readonly FilterDelegate Reject = Keyed(static (list, value) => list.Where(item => !item.Matches(value)));
    public static readonly FilterDelegate Find = Matching(static (list, index) => index < 0 ? NilValue.Instance : list[index].Value);
    public static readonly FilterDelegate FindIndex = Matching(static (_, index) => index < 0 ? NilValue.Instance : Values.Of((long)index));
    public static readonly FilterDelegate Has = Matching(static (_, index) => Values.Of(index >= 0));

    /// <summary>Numbers, then dates, then texts, nil last.</summary>
    public static FilterDelegate Sort(StringComparer texts)
    {
        var order = Comparer<FluidValue>.Create((x, y) => (x, y) switch
        {
            (NumberValue, NumberValue) => x.ToNumberValue().CompareTo(y.ToNumberValue()),
            (DateTimeValue, DateTimeValue) => ((DateTimeOffset)x.ToObjectValue()).CompareTo((DateTimeOffset)y.ToObjectValue()),
            _ => Rank(x) != Rank(y) ? Rank(x).CompareTo(Rank(y)) : texts.Compare(ValueText.Of(x), ValueText.Of(y)),
        });
        var sort = Keyed((list, _) => list.OrderBy(static item => item.Key, order));
        return (input, arguments, context) => input is ArrayValue ? sort(input, arguments, context) : new(input);

        static int Rank(FluidValue value) => value switch { NumberValue => 0, DateTimeValue => 1, _ => value.IsNil() ? 3 : 2 };
    }

    private static FilterDelegate Keyed(Func<List<Item>, FilterArguments, IEnumerable<Item>> change) => async (input, arguments, context) =>
    {
        var kept = change(await ItemsAsync(input, arguments.At(0), context), arguments);
        return new ArrayValue([.. kept.Select(static item => item.Value)]);
    };

    private static FilterDelegate Matching(Func<List<Item>, int, FluidValue> result) => async (input, arguments, context) =>
    {
        var items = await ItemsAsync(input, arguments.At(0), context);
        return result(items, items.FindIndex(item => item.Matches(arguments)));
    };

    /// <summary>The items of a list, each with its member of a name, or itself; a value that is no list is the only item.</summary>
    private static async ValueTask<List<Item>> ItemsAsync(FluidValue input, FluidValue member, TemplateContext context)
    {
        IReadOnlyList<FluidValue> values = input is ArrayValue list ? list.Values : input.IsNil() ? [] : [input];
        var items = new List<Item>(values.Count);
        // Once: the text of a list is as long as the list.
        var name = member.ToStringValue();
        foreach (var value in values)
        {
            var key = member.IsNil() ? value : await value.GetValueAsync(name, context);
            items.Add(new Item(value, RenderContext.Of(context).State.ChargeReading(key)));
        }

        return items;
    }

    private readonly record struct Item(FluidValue Value, FluidValue Key)
    {
        /// <summary>Whether the member has a value, or is true where none is given; of a text, whether it holds a part.</summary>
        public bool Matches(FilterArguments arguments)
        {
            var key = Value.Type switch
            {
                FluidValues.String => Values.Of(Value.Contains(arguments.At(0))),
                FluidValues.Number => Values.Of(Value.Equals(arguments.At(0))),
                _ => Key,
            };
            return arguments.At(1).IsNil() ? key.ToBooleanValue() : key.Equals(arguments.At(1));
        }
    }
}
