namespace SessionsWidgets;

/// <summary>What a loop knows of itself: <c>forloop</c>. Not thread-safe.</summary>
internal sealed class LoopValue(string name, int length, LoopValue? parent) : FluidValue
{
    public int Index { get; set; }

    /// <summary>Whether loops within it know it; those of a rendered partial do not know the <c>render</c> that repeats it.</summary>
    public bool IsParent { get; init; } = true;

    public override FluidValues Type => FluidValues.Dictionary;

    public override ValueTask<FluidValue> GetValueAsync(string member, TemplateContext context) => new(member switch
    {
        "index" => Values.Of(Index + 1L),
        "index0" => Values.Of((long)Index),
        "rindex" => Values.Of((long)length - Index),
        "rindex0" => Values.Of((long)length - Index - 1),
        "first" => Values.Of(Index == 0),
        "last" => Values.Of(Index == length - 1),
        "length" => Values.Of((long)length),
        "name" => Values.Of(name),
        "parentloop" => parent is { IsParent: true } ? parent : NilValue.Instance,
        _ => NilValue.Instance,
    });

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) => GetValueAsync(index.ToStringValue(), context);

    public override bool Equals(FluidValue other) => ReferenceEquals(this, other);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override object ToObjectValue() => "";

    public override string ToStringValue() => "";
}
