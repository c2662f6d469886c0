namespace SessionsWidgets.Liquid;

/// <summary>Something that has a value in a render.</summary>
internal abstract class Expression : Condition
{
    /// <summary>The value, written where it is wanted: a value that is returned is copied once more.</summary>
    public abstract void Evaluate(LiquidRenderContext context, out LiquidValue value);

    public LiquidValue Evaluate(LiquidRenderContext context)
    {
        Evaluate(context, out var value);
        return value;
    }

    /// <summary>Writes the value to the output.</summary>
    public virtual void Write(LiquidRenderContext context, EscapeKind escape)
    {
        Evaluate(context, out var value);
        ValueWriter.Write(context, value, escape);
    }

    /// <summary>The same in the scope of a caller.</summary>
    public override Expression Inline(Inliner inliner)
    {
        inliner.Refuse();
        return this;
    }

    /// <summary>Whether the value is this boolean.</summary>
    public virtual bool Is(LiquidRenderContext context, bool expected)
    {
        Evaluate(context, out var value);
        return value.IsBoolean(expected);
    }

    /// <summary>Whether the value is true in a condition.</summary>
    public override bool IsTrue(LiquidRenderContext context)
    {
        Evaluate(context, out var value);
        return value.IsTruthy;
    }
}

/// <summary>A value that stands in the template.</summary>
internal sealed class LiteralExpression(LiquidValue value) : Expression
{
    public static readonly LiteralExpression Nil = new(LiquidValue.Nil);
    public static readonly LiteralExpression True = new(LiquidValue.True);
    public static readonly LiteralExpression False = new(LiquidValue.False);
    public static readonly LiteralExpression EmptyText = new(LiquidValue.EmptyText);
    public static readonly LiteralExpression Blank = new(new LiquidValue(ScalarShape.Blank, null, 0));
    public static readonly LiteralExpression Empty = new(new LiquidValue(ScalarShape.Empty, null, 0));

    private readonly LiquidValue _value = value;

    public LiquidValue Value => _value;

    public override bool? Known => _value.IsTruthy;

    public override void Evaluate(LiquidRenderContext context, out LiquidValue value) => value = _value;

    public override Expression Inline(Inliner inliner) => this;
}

/// <summary>A name.</summary>
internal sealed class VariableExpression(Symbol symbol, int position) : Expression
{
    public Symbol Symbol => symbol;

    public override void Evaluate(LiquidRenderContext context, out LiquidValue value)
    {
        context.Lookup(symbol, out value);
        if (value.IsUndefined && context.StrictVariables) Undefined.Throw(context, symbol, position);
    }

    public override Expression Inline(Inliner inliner) => inliner.Resolve(symbol);

    public override bool IsTrue(LiquidRenderContext context)
    {
        ref readonly var slot = ref context.Bound(symbol);
        return slot.IsUndefined ? base.IsTrue(context) : slot.IsTruthy;
    }

    public override void Write(LiquidRenderContext context, EscapeKind escape)
    {
        ref readonly var slot = ref context.Bound(symbol);
        if (!slot.IsUndefined) ValueWriter.Write(context, slot, escape);
        else if (RootAccessor(context) is { } accessor) accessor.Write(context.Frame.Root.Ref!, context, escape);
        else base.Write(context, escape);
    }

    /// <summary>A counter of this name goes before a member of the root.</summary>
    private MemberAccessor? RootAccessor(LiquidRenderContext context) =>
        context.Counter(symbol).IsUndefined ? symbol.RootAccessor(context.Frame.Root.Shape) : null;
}

/// <summary>A name in brackets that is known only at render time: <c>[expression]</c>.</summary>
internal sealed class NamedVariableExpression(Expression name, int position) : Expression
{
    public override void Evaluate(LiquidRenderContext context, out LiquidValue value)
    {
        context.Step();
        var key = name.Evaluate(context);
        value = key.IsText ? context.Lookup(context.TextOf(key)) : default;
        if (value.IsUndefined && context.StrictVariables) Undefined.Throw(context, Liquid.TextOf.Text(key), position);
    }
}

/// <summary>A range, both ends included.</summary>
internal sealed class RangeExpression(Expression start, Expression end, int position) : Expression
{
    private readonly bool _isFixed = start is LiteralExpression && end is LiteralExpression;

    public override void Evaluate(LiquidRenderContext context, out LiquidValue value) =>
        value = LiquidValue.OfRange(Bound(start, context), Bound(end, context));

    private int Bound(Expression bound, LiquidRenderContext context)
    {
        var value = bound.Evaluate(context);
        var number = value.Kind switch
        {
            ValueKind.Integer => value.Bits,
            ValueKind.Nil => 0,
            ValueKind.String or ValueKind.Utf8 => Numbers.LeadingInteger(context.TextOf(value)),
            // A float counts without its fraction, but only where no variable is involved.
            ValueKind.Float when _isFixed => (long)Math.Clamp(value.Float, long.MinValue, long.MaxValue),
            _ => Invalid(context),
        };
        if (number is >= int.MinValue and <= int.MaxValue) return (int)number;
        context.Position = position;
        throw context.Error($"A range cannot reach to {number}.");
    }

    private long Invalid(LiquidRenderContext context)
    {
        context.Position = position;
        throw context.Error("A range runs between whole numbers.");
    }
}
