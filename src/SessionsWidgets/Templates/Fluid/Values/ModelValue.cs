namespace SessionsWidgets;

/// <summary>An object whose members templates may read, each by a delegate that was named for it; nothing else of it can be reached. Belongs to one render; not thread-safe.</summary>
internal abstract class ModelValue : FluidValue
{
    public override FluidValues Type => FluidValues.Object;

    /// <summary>All members, for JSON.</summary>
    public abstract IEnumerable<(string Name, FluidValue Value)> Members(RenderState state);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => "";

    /// <summary>Nothing: what is behind the value stays out of reach.</summary>
    public override object ToObjectValue() => "";
}

/// <inheritdoc/>
internal sealed class ModelValue<T>(TypeMembers<T> members, T instance) : ModelValue
    where T : class
{
    private string? _lastName;
    private FluidValue _lastValue = NilValue.Instance;

    /// <summary>Reads a member. Templates mostly read one several times in a row, first in a condition.</summary>
    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context)
    {
        if (!ReferenceEquals(name, _lastName))
        {
            _lastValue = members.Read(instance, name, context.TimeZone);
            _lastName = name;
        }

        return new(_lastValue);
    }

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) => GetValueAsync(index.ToStringValue(), context);

    public override IEnumerable<(string Name, FluidValue Value)> Members(RenderState state) =>
        members.Names.Select(name => (name, members.Read(instance, name, state.Run.TimeZone)));

    public override bool Equals(FluidValue other) => other is ModelValue<T> value && ReferenceEquals(value.Instance, instance);

    public override bool Equals(object? obj) => obj is FluidValue value && Equals(value);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(instance);

    private T Instance => instance;
}
