namespace SessionsWidgets.Liquid;

/// <summary><c>include 'name', argument: value</c>: a partial in the scope of its caller.</summary>
internal sealed class IncludeTag : Tag
{
    private readonly PartialInclusion _inclusion;
    private readonly Partial _partial;
    private readonly Symbol[] _parameters;

    private IncludeTag(TemplateParser parser, PartialCall call, Partial partial, int position)
    {
        _partial = partial;
        _parameters = [.. call.Arguments.Select(argument => parser.Bind(argument.Name))];
        var value = parser.Bind(call.Alias ?? PartialCall.LastPart(partial.Name));
        _inclusion = new PartialInclusion(call, value, parser.Read(partial.Name), position);
    }

    public static Node Parse(TemplateParser parser, in Markup tag)
    {
        var call = PartialCall.Parse(parser, tag);
        if (parser.Partial.IsIsolated) throw parser.Error("Tag 'include' cannot be used in a rendered partial: use 'render'.", tag.Start);
        if (call.Name is not { } name) return DynamicIncludeTag.Create(parser, call, tag.Start);
        return new IncludeTag(parser, call, parser.Compilation.GetPartial(name, parser.Symbols, parser, call.Position), tag.Start);
    }

    public override void Render(LiquidRenderContext context) => _inclusion.Render(context, _partial, _parameters);
}

/// <summary>Runs an included partial in the frame of its caller, with its arguments bound for that time.</summary>
internal sealed class PartialInclusion(PartialCall call, Symbol value, Symbol byName, int position)
{
    public void Render(LiquidRenderContext context, Partial partial, Symbol[] parameters)
    {
        context.Position = position;
        context.EnterPartial();
        var source = context.Frame.Source;
        var bound = call.Value is null ? context.Lookup(byName) : call.Value.Evaluate(context);
        var outer = Bind(context, parameters);
        var outerValue = context.Local(value);

        context.Frame.Source = partial.Source;
        context.Position = 0;
        if (bound.IsList)
        {
            var items = LoopItems.Of(bound, 0, null, reversed: false, context);
            for (var i = 0; i < items.Count && context.Interrupt == Interrupt.None; i++)
            {
                context.ChargeIteration();
                context.Local(value) = items[i];
                partial.Body.Render(context);
            }
        }
        else
        {
            context.Local(value) = bound.IsUndefined ? LiquidValue.Nil : bound;
            partial.Body.Render(context);
        }

        context.Frame.Source = source;
        context.Local(value) = outerValue;
        for (var i = 0; i < parameters.Length; i++) context.Local(parameters[i]) = outer[i];
        context.LeavePartial(position);
    }

    private LiquidValue[] Bind(LiquidRenderContext context, Symbol[] parameters)
    {
        if (parameters.Length == 0) return [];
        var outer = new LiquidValue[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var argument = call.Arguments[i].Value.Evaluate(context);
            outer[i] = context.Local(parameters[i]);
            context.Local(parameters[i]) = argument.IsUndefined ? LiquidValue.Nil : argument;
        }

        return outer;
    }
}
