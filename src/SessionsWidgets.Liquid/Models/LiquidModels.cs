using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SessionsWidgets.Liquid;

/// <summary>
/// The types whose members templates may read, each member by an explicit, compiled accessor. Nothing that is not
/// registered here is reachable. Register everything before the first template is parsed; afterwards the set is
/// read-only and thread-safe.
/// </summary>
public sealed class LiquidModels
{
    private readonly ConcurrentDictionary<Type, object> _shapes = new();

    /// <summary>Registers a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="configure">Names the members.</param>
    /// <returns>These models, for the next type.</returns>
    public LiquidModels Add<T>(Action<LiquidModel<T>> configure)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new LiquidModel<T>(this, Shape<T>()));
        return this;
    }

    /// <summary>An instance of a registered type as a value; nil for null.</summary>
    /// <typeparam name="T">A registered type.</typeparam>
    /// <param name="instance">The instance.</param>
    /// <returns>The value; no copy is made.</returns>
    public LiquidValue Value<T>(T? instance)
        where T : class => instance is null ? LiquidValue.Nil : new LiquidValue(Shape<T>(), instance, 0);

    /// <summary>A list of instances of a registered type as a value; nil for null.</summary>
    /// <typeparam name="T">A registered type.</typeparam>
    /// <param name="items">The instances, none of them null.</param>
    /// <returns>The value; no copy is made.</returns>
    public LiquidValue List<T>(IReadOnlyList<T>? items)
        where T : class => items is null ? LiquidValue.Nil : new LiquidValue(Shape<T>().ListShape, items, 0);

    internal ModelShape<T> Shape<T>()
        where T : class => (ModelShape<T>)_shapes.GetOrAdd(typeof(T), static _ => new ModelShape<T>());
}

/// <summary>A registered type: its members by name.</summary>
internal sealed class ModelShape<T> : MapShape
    where T : class
{
    private readonly Dictionary<string, MemberAccessor> _members = new(StringComparer.Ordinal);
    private FrozenDictionary<string, MemberAccessor>? _frozen;

    public ModelShape() => ListShape = new ModelListShape<T>(this);

    public ModelListShape<T> ListShape { get; }

    public void Add(string name, MemberAccessor accessor)
    {
        if (_frozen is not null)
            throw new InvalidOperationException($"Member '{name}' comes too late: templates already read this model.");
        if (!_members.TryAdd(name, accessor))
            throw new ArgumentException($"Member '{name}' is registered twice.", nameof(name));
    }

    public override int Count(in LiquidValue map) => Frozen().Count;

    public override bool TryGet(in LiquidValue map, string name, out LiquidValue value)
    {
        var accessor = FindMember(name);
        value = default;
        accessor?.Get(map.Ref!, out value);
        return accessor is not null;
    }

    public override IEnumerable<string> Names(LiquidValue map) => Frozen().Keys;

    public override MemberAccessor? FindMember(string name) => Frozen().GetValueOrDefault(name);

    private FrozenDictionary<string, MemberAccessor> Frozen() =>
        _frozen ??= _members.ToFrozenDictionary(StringComparer.Ordinal);
}
