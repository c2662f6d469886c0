using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>A value of which templates may read members and reach nothing else. Belongs to one render; not thread-safe.</summary>
internal abstract class ModelValue : FluidValue
{
    public override FluidValues Type => FluidValues.Object;

    protected virtual object Identity => this;

    public virtual IEnumerable<(string Name, FluidValue Value)> Members(RenderState state) => [];

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) =>
        GetValueAsync(index.ToStringValue(), context);

    public override bool Equals(FluidValue other) => other is ModelValue model && ReferenceEquals(model.Identity, Identity);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Identity);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => "";

    public override object ToObjectValue() => "";
}

/// <summary>An object with members that are each read by a delegate.</summary>
internal sealed class ModelValue<T>(TypeMembers<T> members, T instance) : ModelValue
    where T : class
{
    private string? _lastName;
    private FluidValue _lastValue = NilValue.Instance;

    protected override object Identity => instance;

    /// <summary>Reads a member. Templates mostly read one several times in a row, first in a condition.</summary>
    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context)
    {
        if (!ReferenceEquals(name, _lastName))
        {
            _lastValue = members.Read(instance, name, RenderContext.Of(context).State.Run);
            _lastName = name;
        }

        return new(_lastValue);
    }

    public override IEnumerable<(string Name, FluidValue Value)> Members(RenderState state) =>
        members.Names.Select(name => (name, members.Read(instance, name, state.Run)));
}

/// <summary>The state of a loop that its body can read: <c>forloop</c>.</summary>
internal sealed class LoopValue(string name, int length, LoopValue? parent) : ModelValue
{
    public const string Variable = "forloop";

    public static ValueShape Shape { get; } = CreateShape();

    public int Index { get; set; }

    /// <summary>Whether loops within it know it; those of a rendered partial do not know the <c>render</c> that repeats it.</summary>
    public bool IsParent { get; init; } = true;

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

    private static ValueShape CreateShape()
    {
        var members = new Dictionary<string, ValueShape>(StringComparer.Ordinal)
        {
            ["index"] = ValueShape.Number, ["index0"] = ValueShape.Number, ["rindex"] = ValueShape.Number,
            ["rindex0"] = ValueShape.Number, ["first"] = ValueShape.Boolean, ["last"] = ValueShape.Boolean,
            ["length"] = ValueShape.Number, ["name"] = ValueShape.Text,
        };
        var shape = ValueShape.ObjectOf(members);
        members["parentloop"] = shape;
        return shape;
    }
}
