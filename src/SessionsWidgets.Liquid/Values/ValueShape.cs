namespace SessionsWidgets.Liquid;

/// <summary>What a value is, as the language sees it.</summary>
internal enum ValueKind : byte
{
    Nil,
    Boolean,
    Integer,
    Float,
    String,
    Utf8,
    Date,
    List,
    Range,
    Map,
    Blank,
    Empty,

    /// <summary>A whole number of more than 64 bits.</summary>
    BigInteger,
}

/// <summary>
/// How the reference and the bits of a <see cref="LiquidValue"/> are to be read. Shapes are shared, immutable objects;
/// a value holds one instead of a type tag, so that a registered model, a list of them or a date with its offset
/// needs no box.
/// </summary>
internal abstract class ValueShape(ValueKind kind, bool isHtml = false)
{
    public readonly ValueKind Kind = kind;

    /// <summary>The text is HTML already and is not encoded again where HTML may stand.</summary>
    public readonly bool IsHtml = isHtml;
}

/// <summary>A shape without behaviour of its own.</summary>
internal sealed class ScalarShape(ValueKind kind, bool isHtml = false) : ValueShape(kind, isHtml)
{
    public static readonly ScalarShape Nil = new(ValueKind.Nil);
    public static readonly ScalarShape Boolean = new(ValueKind.Boolean);
    public static readonly ScalarShape Integer = new(ValueKind.Integer);
    public static readonly ScalarShape BigInteger = new(ValueKind.BigInteger);
    public static readonly ScalarShape Float = new(ValueKind.Float);
    public static readonly ScalarShape String = new(ValueKind.String);
    public static readonly ScalarShape HtmlString = new(ValueKind.String, isHtml: true);
    public static readonly ScalarShape Utf8 = new(ValueKind.Utf8);
    public static readonly ScalarShape HtmlUtf8 = new(ValueKind.Utf8, isHtml: true);
    public static readonly ScalarShape Blank = new(ValueKind.Blank);
    public static readonly ScalarShape Empty = new(ValueKind.Empty);
}

/// <summary>A date with its offset from UTC; the bits hold the UTC ticks.</summary>
internal sealed class DateShape : ValueShape
{
    private const int Bound = 14 * 60;

    private static readonly DateShape?[] ByOffset = new DateShape?[(2 * Bound) + 1];

    private DateShape(int offsetMinutes) : base(ValueKind.Date) => Offset = TimeSpan.FromMinutes(offsetMinutes);

    public TimeSpan Offset { get; }

    public static DateShape For(TimeSpan offset)
    {
        var minutes = (int)(offset.Ticks / TimeSpan.TicksPerMinute);
        ref var slot = ref ByOffset[minutes + Bound];
        return slot ??= new DateShape(minutes);
    }
}

/// <summary>A sequence of values with a known length.</summary>
internal abstract class ListShape(ValueKind kind = ValueKind.List) : ValueShape(kind)
{
    public abstract int Count(in LiquidValue list);

    public abstract LiquidValue Item(in LiquidValue list, int index);
}

/// <summary>Named values: a registered model, a dictionary, a JSON object.</summary>
internal abstract class MapShape() : ValueShape(ValueKind.Map)
{
    public abstract int Count(in LiquidValue map);

    public abstract bool TryGet(in LiquidValue map, string name, out LiquidValue value);

    public abstract IEnumerable<string> Names(LiquidValue map);

    /// <summary>The accessor of a member that every instance of this shape has; null when members differ by instance.</summary>
    public virtual MemberAccessor? FindMember(string name) => null;
}

/// <summary>
/// Reads one member of a registered model. Most of what templates do with a member needs no value of it, and copying
/// values is what costs: a condition asks for its truth, a path goes on from the instance behind it, an output writes it.
/// </summary>
internal abstract class MemberAccessor(ValueShape? shape = null, bool isBoolean = false)
{
    /// <summary>The shape of the instance behind the member; null when the member is no registered model.</summary>
    public readonly ValueShape? Shape = shape;

    /// <summary>Whether the member is always true or false.</summary>
    public readonly bool IsBoolean = isBoolean;

    /// <summary>Whether the member can be undefined, which the short ways below do not tell from nil.</summary>
    public virtual bool CanBeUndefined => false;

    public abstract void Get(object instance, out LiquidValue value);

    /// <summary>The instance behind the member, which <see cref="Shape"/> describes.</summary>
    public virtual object? Instance(object instance) => null;

    public virtual bool IsTrue(object instance)
    {
        Get(instance, out var value);
        return value.IsTruthy;
    }

    public virtual void Write(object instance, LiquidRenderContext context, EscapeKind escape)
    {
        Get(instance, out var value);
        ValueWriter.Write(context, value, escape);
    }
}
