namespace SessionsWidgets.Liquid;

/// <summary>A name with members or indexes after it. The steps are a list, so that a long path is no deep recursion.</summary>
internal sealed class PathExpression(Expression root, PathStep[] steps) : Expression
{
    private const int MaxMisses = 8;

    /// <summary>The name at the start, when nothing but members follows it.</summary>
    private readonly Symbol? _variable =
        root is VariableExpression { Symbol: var symbol } && Array.TrueForAll(steps, static step => step is MemberStep) ? symbol : null;

    private MemberChain? _chain;
    private int _misses;

    public Expression Root => root;

    public PathStep[] Steps => steps;

    public override void Evaluate(LiquidRenderContext context, out LiquidValue value)
    {
        if (Find(context, out var instance) is { } accessor) accessor.Get(instance, out value);
        else Walk(context, out value);
    }

    public override Expression Inline(Inliner inliner)
    {
        var own = Array.ConvertAll(steps, step => step.Inline(inliner));
        return root.Inline(inliner) switch
        {
            LiteralExpression { Value.IsNil: true } => LiteralExpression.Nil,
            PathExpression outer => new PathExpression(outer.Root, [.. outer.Steps, .. own]),
            var other => new PathExpression(other, own),
        };
    }

    public override bool Is(LiquidRenderContext context, bool expected) => Find(context, out var instance) is { IsBoolean: true } accessor
        ? accessor.IsTrue(instance) == expected
        : base.Is(context, expected);

    public override bool IsTrue(LiquidRenderContext context) =>
        Find(context, out var instance) is { } accessor ? accessor.IsTrue(instance) : base.IsTrue(context);

    public override void Write(LiquidRenderContext context, EscapeKind escape)
    {
        if (Find(context, out var instance) is { } accessor) accessor.Write(instance, context, escape);
        else base.Write(context, escape);
    }

    /// <summary>
    /// The last member and the instance that has it, found without making a value of any step; null when the path does not
    /// run through models alone.
    /// </summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    private MemberAccessor? Find(LiquidRenderContext context, out object instance)
    {
        instance = null!;
        if (_variable is null) return null;
        ref readonly var start = ref context.Bound(_variable);
        var chain = _chain;
        if (chain is null || !ReferenceEquals(chain.Shape, start.Shape))
        {
            chain = Remember(start.Shape);
            if (chain is null) return null;
        }

        instance = chain.Instance(start.Ref!)!;
        return instance is null ? null : chain.Last;
    }

    /// <summary>A path that sees ever changing shapes would only make garbage of chains.</summary>
    private MemberChain? Remember(ValueShape? shape)
    {
        if (shape is null || _misses >= MaxMisses) return null;
        _misses++;
        return _chain = MemberChain.For(shape, steps);
    }

    private void Walk(LiquidRenderContext context, out LiquidValue value)
    {
        context.ChargeSteps(steps.Length);
        root.Evaluate(context, out var owner);
        for (var i = 0; i < steps.Length - 1; i++)
        {
            steps[i].Get(owner, context, out var member);
            if (member.IsUndefined && context.StrictVariables) Undefined.Throw(context, owner, steps[i]);
            owner = member;
        }

        steps[^1].Get(owner, context, out value);
        if (value.IsUndefined && context.StrictVariables) Undefined.Throw(context, owner, steps[^1]);
    }
}

/// <summary>One step of a path.</summary>
internal abstract class PathStep(int position)
{
    public int Position => position;

    /// <summary>The member's name when it is known from the template.</summary>
    public virtual string? Name => null;

    public abstract void Get(in LiquidValue owner, LiquidRenderContext context, out LiquidValue value);

    /// <summary>The same in the scope of a caller.</summary>
    public abstract PathStep Inline(Inliner inliner);
}

/// <summary><c>.name</c>, or <c>['name']</c>, which does not mean the length, first or last item of a list.</summary>
internal sealed class MemberStep(string name, bool isDot, int position) : PathStep(position)
{
    private MemberCache _cache;

    public override string Name => name;

    public override void Get(in LiquidValue owner, LiquidRenderContext context, out LiquidValue value)
    {
        if (_cache.TryGet(owner, name, out value)) return;
        value = isDot ? Commands.Get(owner, name, context) : default;
    }

    /// <summary>It has no errors of its own where partials are inlined, so it needs no other position.</summary>
    public override PathStep Inline(Inliner inliner) => this;
}

/// <summary><c>[expression]</c>.</summary>
internal sealed class IndexStep(Expression index, int position) : PathStep(position)
{
    public Expression Index => index;

    public override void Get(in LiquidValue owner, LiquidRenderContext context, out LiquidValue value)
    {
        var key = index.Evaluate(context);
        if (owner.Kind == ValueKind.List && key.Kind == ValueKind.Integer)
        {
            var count = owner.ListShape.Count(owner);
            var at = key.Bits < 0 ? key.Bits + count : key.Bits;
            value = at >= 0 && at < count ? owner.ListShape.Item(owner, (int)at) : LiquidValue.Nil;
            return;
        }

        value = default;
        if (owner.Kind == ValueKind.Map && key.IsText) owner.MapShape.TryGet(owner, context.TextOf(key), out value);
    }

    public override PathStep Inline(Inliner inliner) => new IndexStep(index.Inline(inliner), inliner.At(Position));
}

/// <summary>The members that lists, maps and text have without being asked for: <c>size</c>, <c>first</c>, <c>last</c>.</summary>
internal static class Commands
{
    public static LiquidValue Get(in LiquidValue owner, string name, LiquidRenderContext context) => name switch
    {
        "size" => Size(owner, context),
        "first" => First(owner, context),
        "last" => Last(owner, context),
        _ => default,
    };

    public static LiquidValue Size(in LiquidValue value, LiquidRenderContext context)
    {
        if (value.IsText) context.ChargeSteps(ValueCost.ToRead(value));
        return value.Kind switch
        {
            ValueKind.List or ValueKind.Range => (LiquidValue)value.ListShape.Count(value),
            ValueKind.Map => value.MapShape.Count(value),
            ValueKind.String => CodePoints.Count(value.String),
            ValueKind.Utf8 => CodePoints.Count(value.Utf8),
            // Ruby's integers answer with their width in bytes.
            ValueKind.Integer => 8,
            ValueKind.BigInteger => System.Numerics.BigInteger.Abs(BigNumbers.Of(value)).GetByteCount(isUnsigned: true),
            _ => default,
        };
    }

    public static LiquidValue First(in LiquidValue value, LiquidRenderContext context)
    {
        switch (value.Kind)
        {
            case ValueKind.List or ValueKind.Range:
                return value.ListShape.Count(value) > 0 ? value.ListShape.Item(value, 0) : LiquidValue.Nil;
            case ValueKind.Map:
                foreach (var name in value.MapShape.Names(value)) return Pair(value, name, context);
                return LiquidValue.Nil;
            case ValueKind.String or ValueKind.Utf8:
                return CodePoints.Slice(TextFilters.Charged(value, context), 0, 1);
            default: return default;
        }
    }

    public static LiquidValue Last(in LiquidValue value, LiquidRenderContext context)
    {
        switch (value.Kind)
        {
            case ValueKind.List or ValueKind.Range:
                var count = value.ListShape.Count(value);
                return count > 0 ? value.ListShape.Item(value, count - 1) : LiquidValue.Nil;
            case ValueKind.String or ValueKind.Utf8:
                return CodePoints.Slice(TextFilters.Charged(value, context), -1, 1);
            default: return default;
        }
    }

    public static LiquidValue Pair(in LiquidValue map, string name, LiquidRenderContext context)
    {
        context.Charge(96);
        map.MapShape.TryGet(map, name, out var value);
        return LiquidValue.OfArray([name, value.IsUndefined ? LiquidValue.Nil : value]);
    }
}
