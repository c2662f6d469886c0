using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SessionsWidgets;

/// <summary>The members of a type that templates can read. Each is read by a delegate.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <remarks>Not thread-safe while members are added.</remarks>
public sealed class TypeMembers<T>
    where T : class
{
    private readonly Dictionary<string, Func<T, TemplateRenderContext, FluidValue>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ValueShape> _shapes = new(StringComparer.Ordinal);
    private readonly MemberTypes _types;
    private FrozenDictionary<string, Func<T, TemplateRenderContext, FluidValue>>? _frozen;

    internal TypeMembers(MemberTypes types) => (_types, Shape) = (types, ValueShape.ObjectOf(_shapes));

    /// <summary>The members and their types, including those that are added later.</summary>
    internal ValueShape Shape { get; }

    internal IEnumerable<string> Names => _members.Keys;

    /// <summary>Adds a member that is a text; null is nil.</summary>
    /// <param name="name">The name in templates, in snake_case.</param>
    /// <param name="get">Gets the value. Called by several threads at the same time.</param>
    /// <returns>These members, for chaining.</returns>
    /// <exception cref="ArgumentException">The name is empty or added already.</exception>
    public TypeMembers<T> Member(string name, Func<T, string?> get) =>
        Add(name, ValueShape.Text, get, static (value, _) => Values.Of(value));

    /// <summary>Adds a member that is a Boolean.</summary>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> Member(string name, Func<T, bool> get) =>
        Add(name, ValueShape.Boolean, get, static (value, _) => Values.Of(value));

    /// <summary>Adds a member that is a whole number; null is nil.</summary>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> Member(string name, Func<T, long?> get) =>
        Add(name, ValueShape.Number, get, static (value, _) => Values.Of(value));

    /// <summary>Adds a member that is a floating-point number; null, NaN and numbers beyond 7.9e28 are nil.</summary>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> Member(string name, Func<T, double?> get) =>
        Add(name, ValueShape.Number, get, static (value, _) => Values.Of(value));

    /// <summary>Adds a member that is a decimal number; null is nil.</summary>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> Member(string name, Func<T, decimal?> get) =>
        Add(name, ValueShape.Number, get, static (value, _) => Values.Of(value));

    /// <summary>Adds a member that is a date, shown in the time zone of the rendering; null is nil.</summary>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> Member(string name, Func<T, DateTimeOffset?> get) =>
        Add(name, ValueShape.Date, get, static (value, run) => Values.Of(value, run.TimeZone));

    /// <summary>Adds a member that is a value of Fluid; null is nil.</summary>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> Member(string name, Func<T, FluidValue?> get) =>
        Add(name, ValueShape.Any, get, static (value, _) => value ?? NilValue.Instance);

    /// <summary>Adds a member that is a list of texts; null is nil.</summary>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> Texts(string name, Func<T, IReadOnlyList<string>?> get) =>
        Add(name, ValueShape.ListOf(ValueShape.Text), get, static (texts, _) => Values.Of(texts));

    /// <summary>Adds a member that is the URL of a picture, as <see cref="PictureOptions.Mode"/> has it: the picture's own, or one of the
    /// site. Null and pictures that the site cannot serve are nil. A second member, with the suffix <c>_scales</c>, says whether the filter
    /// <c>picture</c> has the picture in other sizes.</summary>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> Picture(string name, Func<T, Uri?> get) =>
        Add(name, ValueShape.Text, get, static (picture, run) => Values.Of(run.Pictures.AddressOf(picture)))
            .Add($"{name}_scales", ValueShape.Boolean, get, static (picture, run) => Values.Of(run.Pictures.Scales(picture)));

    /// <summary>Adds a member that is an object with its own members; null is nil.</summary>
    /// <typeparam name="TMember">The type of the object. Its members may be added before or after this one.</typeparam>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> Model<TMember>(string name, Func<T, TMember?> get)
        where TMember : class
    {
        var members = _types.Of<TMember>();
        return Add(name, members.Shape, get, (member, _) => member is null ? NilValue.Instance : members.Value(member));
    }

    /// <summary>Adds a member that is a list of objects with their own members; null is nil.</summary>
    /// <typeparam name="TItem">The type of the objects. Its members may be added before or after this one.</typeparam>
    /// <inheritdoc cref="Member(string, Func{T, string?})"/>
    public TypeMembers<T> List<TItem>(string name, Func<T, IReadOnlyList<TItem>?> get)
        where TItem : class
    {
        var members = _types.Of<TItem>();
        return Add(
            name, ValueShape.ListOf(members.Shape), get,
            (items, _) => items is null ? NilValue.Instance : new ArrayValue([.. items.Select(members.Value)]));
    }

    internal FluidValue Value(T instance) => new ModelValue<T>(this, instance);

    internal FluidValue Read(T instance, string name, TemplateRenderContext run) =>
        (_frozen ??= _members.ToFrozenDictionary(StringComparer.Ordinal)).TryGetValue(name, out var read)
            ? read(instance, run)
            : NilValue.Instance;

    private TypeMembers<T> Add<TValue>(
        string name, ValueShape shape, Func<T, TValue> get, Func<TValue, TemplateRenderContext, FluidValue> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(get);
        if (!_members.TryAdd(string.Intern(name), (instance, run) => value(get(instance), run)))
            throw new ArgumentException($"The member '{name}' of {typeof(T).Name} is named twice.", nameof(name));
        _shapes[name] = shape;
        return this;
    }
}

/// <summary>The types whose members are added. Thread-safe.</summary>
internal sealed class MemberTypes
{
    private readonly ConcurrentDictionary<Type, object> _types = [];

    public TypeMembers<T> Of<T>()
        where T : class => (TypeMembers<T>)_types.GetOrAdd(typeof(T), static (_, all) => new TypeMembers<T>(all), this);
}
