namespace SessionsWidgets;

/// <summary>
/// Filters that look for items: by a member that is true, or has a value; of texts, by a part. Fluid's own need a value, or
/// compare with true where there is none; its <c>compact</c> and <c>uniq</c> know no members.
/// </summary>
internal static class MatchFilters
{
    public static async ValueTask<FluidValue> Reject(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var kept = new List<FluidValue>();
        foreach (var item in Items(input, context))
        {
            if (!await MatchesAsync(item, arguments, context)) kept.Add(item);
        }

        return new ArrayValue(kept);
    }

    public static async ValueTask<FluidValue> Find(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        (await FirstAsync(input, arguments, context)).Item ?? NilValue.Instance;

    public static async ValueTask<FluidValue> FindIndex(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        await FirstAsync(input, arguments, context) is ({ }, var index) ? Values.Of(index) : NilValue.Instance;

    public static async ValueTask<FluidValue> Has(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        Values.Of((await FirstAsync(input, arguments, context)).Item is not null);

    /// <summary>The items without those that are nil, or whose member is.</summary>
    public static ValueTask<FluidValue> Compact(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        KeepAsync(static value => !value.IsNil(), input, arguments, context);

    /// <summary>The items without those that were there before, or whose member was.</summary>
    public static ValueTask<FluidValue> Uniq(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        KeepAsync(new HashSet<FluidValue>().Add, input, arguments, context);

    private static async ValueTask<FluidValue> KeepAsync(
        Func<FluidValue, bool> keeps, FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var member = arguments.Count == 0 ? null : arguments.At(0).ToStringValue();
        var kept = new List<FluidValue>();
        foreach (var item in Items(input, context))
        {
            if (keeps(member is null ? item : await item.GetValueAsync(member, context))) kept.Add(item);
        }

        return new ArrayValue(kept);
    }

    private static async ValueTask<(FluidValue? Item, long Index)> FirstAsync(
        FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var index = 0L;
        foreach (var item in Items(input, context))
        {
            if (await MatchesAsync(item, arguments, context)) return (item, index);
            index++;
        }

        return (null, index);
    }

    private static async ValueTask<bool> MatchesAsync(FluidValue item, FilterArguments arguments, TemplateContext context)
    {
        var name = arguments.At(0);
        var value = item.Type switch
        {
            FluidValues.String => Values.Of(item.Contains(name)),
            FluidValues.Number => Values.Of(item.Equals(name)),
            _ => await item.GetValueAsync(name.ToStringValue(), context),
        };
        return arguments.At(1).IsNil() ? value.ToBooleanValue() : value.Equals(arguments.At(1));
    }

    /// <summary>The items of a list; a value that is none is the only item.</summary>
    private static IEnumerable<FluidValue> Items(FluidValue input, TemplateContext context)
    {
        if (input.IsNil()) return [];
        return input is ArrayValue ? input.Enumerate(context) : [input];
    }
}
