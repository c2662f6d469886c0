using System.Text;
using System.Text.Json;

namespace SessionsWidgets.Liquid;

/// <summary>
/// A value that a template can see: nil, a boolean, a number, text, a date, a list or a set of named members.
/// It is a closed set: a template reaches nothing that cannot be put into one. Numbers, booleans, dates and text are
/// held without boxing. The default value is nil. Immutable and thread-safe, except that text which a filter made
/// with <see cref="LiquidRenderContext.BeginText"/> lives only as long as its render.
/// </summary>
public readonly partial struct LiquidValue
{
    internal readonly object? Ref;
    internal readonly ValueShape? Shape;
    internal readonly long Bits;

    internal LiquidValue(ValueShape shape, object? reference, long bits)
    {
        Shape = shape;
        Ref = reference;
        Bits = bits;
    }

    /// <summary>The absent value.</summary>
    public static LiquidValue Nil => new(ScalarShape.Nil, null, 0);

    internal static LiquidValue True => new(ScalarShape.Boolean, null, 1);

    internal static LiquidValue False => new(ScalarShape.Boolean, null, 0);

    internal static LiquidValue EmptyText => new(ScalarShape.String, string.Empty, 0);

    internal ValueKind Kind => Shape is null ? ValueKind.Nil : Shape.Kind;

    /// <summary>Nothing was ever put here; to templates the same as nil.</summary>
    internal bool IsUndefined => Shape is null;

    /// <summary>True when the value is nil.</summary>
    public bool IsNil => Shape is null || Shape.Kind == ValueKind.Nil;

    /// <summary>False for nil and false, true for everything else, as in a condition of a template.</summary>
    public bool IsTruthy => Shape is not null &&
        (ReferenceEquals(Shape, ScalarShape.Boolean) ? Bits != 0 : !ReferenceEquals(Shape, ScalarShape.Nil));

    /// <summary>True when the value is text.</summary>
    public bool IsText => Kind is ValueKind.String or ValueKind.Utf8;

    internal bool IsBoolean(bool expected) => ReferenceEquals(Shape, ScalarShape.Boolean) && Bits != 0 == expected;

    internal bool IsList => Kind == ValueKind.List;

    internal bool IsSequence => Kind is ValueKind.List or ValueKind.Range;

    internal bool IsMap => Kind == ValueKind.Map;

    internal bool IsNumber => Kind is ValueKind.Integer or ValueKind.Float or ValueKind.BigInteger;

    internal bool IsWhole => Kind is ValueKind.Integer or ValueKind.BigInteger;

    internal bool IsHtml => Shape is { IsHtml: true };

    internal double Float => BitConverter.Int64BitsToDouble(Bits);

    internal string String => (string)Ref!;

    internal ReadOnlySpan<byte> Utf8 => ((byte[])Ref!).AsSpan((int)(Bits >> 32), (int)Bits);

    internal DateTimeOffset Date =>
        new(Bits + ((DateShape)Shape!).Offset.Ticks, ((DateShape)Shape).Offset);

    internal ListShape ListShape => (ListShape)Shape!;

    internal MapShape MapShape => (MapShape)Shape!;

    /// <summary>Reads a whole number.</summary>
    /// <param name="value">The number, when there is one.</param>
    /// <returns>True for an integer, and for a number without a fraction.</returns>
    public bool TryGetInteger(out long value)
    {
        value = Bits;
        if (Kind == ValueKind.Integer) return true;
        value = 0;
        if (Kind != ValueKind.Float) return false;
        var number = Float;
        if (number != Math.Floor(number) || Math.Abs(number) > 9e15) return false;
        value = (long)number;
        return true;
    }

    /// <summary>Reads a number of either kind.</summary>
    /// <param name="value">The number, when there is one; the nearest, when it is whole and has more than 53 bits.</param>
    /// <returns>True for an integer or a float.</returns>
    public bool TryGetNumber(out double value)
    {
        value = Kind switch
        {
            ValueKind.Integer => Bits,
            ValueKind.Float => Float,
            ValueKind.BigInteger => (double)BigNumbers.Of(this),
            _ => 0,
        };
        return IsNumber;
    }

    /// <summary>Reads a date.</summary>
    /// <param name="value">The date with its offset, when there is one.</param>
    /// <returns>True for a date; text that reads like one is text.</returns>
    public bool TryGetDate(out DateTimeOffset value)
    {
        value = Kind == ValueKind.Date ? Date : default;
        return Kind == ValueKind.Date;
    }

    /// <summary>Reads a boolean.</summary>
    /// <param name="value">The boolean, when there is one.</param>
    /// <returns>True for a boolean.</returns>
    public bool TryGetBoolean(out bool value)
    {
        value = Kind == ValueKind.Boolean && Bits != 0;
        return Kind == ValueKind.Boolean;
    }

    /// <summary>Reads text.</summary>
    /// <param name="value">The text, when there is some; a new string when the text is held as UTF-8.</param>
    /// <returns>True for text.</returns>
    public bool TryGetText([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = Kind switch
        {
            ValueKind.String => String,
            ValueKind.Utf8 => Encoding.UTF8.GetString(Utf8),
            _ => null,
        };
        return value is not null;
    }

    /// <summary>Reads the instance behind a registered model or a list.</summary>
    /// <typeparam name="T">The type that was registered or given.</typeparam>
    /// <param name="value">The instance, when the value holds one of that type.</param>
    /// <returns>True when the value holds a <typeparamref name="T"/>.</returns>
    public bool TryGet<T>([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
        where T : class
    {
        value = Kind is ValueKind.List or ValueKind.Map ? Ref as T : null;
        return value is not null;
    }

    /// <summary>The text that output of this value writes, before any encoding.</summary>
    /// <returns>The text; empty for nil.</returns>
    public override string ToString() => TextOf.Value(this);
}
