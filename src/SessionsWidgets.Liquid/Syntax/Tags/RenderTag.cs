namespace SessionsWidgets.Liquid;

/// <summary><c>render 'name', argument: value</c>: a partial in a scope of its own, which sees its arguments and nothing else.</summary>
internal sealed class RenderTag : Tag
{
    private readonly Partial _partial;
    private readonly PartialCall _call;
    private readonly Symbol[] _parameters;
    private readonly Symbol? _value;
    private readonly int _position;

    private RenderTag(Partial partial, PartialCall call, int position)
    {
        _partial = partial;
        _call = call;
        _position = position;
        _parameters = [.. call.Arguments.Select(argument => partial.Symbols.Bind(argument.Name))];
        if (call.Value is not null) _value = partial.Symbols.Bind(call.Alias ?? PartialCall.LastPart(partial.Name));
    }

    public static Node? Parse(TemplateParser parser, List<Node> nodes, in Markup tag)
    {
        var call = PartialCall.Parse(parser, tag);
        var name = call.KnownName ?? throw parser.Error("Expected the name of a partial in quotes after 'render'.", tag.Start);
        var partial = parser.Compilation.GetPartial(name, shared: null, parser, call.Position);
        return Inliner.TryInline(parser, partial, call, nodes, tag.Start) ? null : new RenderTag(partial, call, tag.Start);
    }

    public override void Inline(Inliner inliner, List<Node> into) =>
        into.Add(new RenderTag(_partial, _call.Inline(inliner), inliner.At(_position)));

    public override void Render(LiquidRenderContext context)
    {
        context.Position = _position;
        var value = _call.Value?.Evaluate(context) ?? default;
        if (!_call.IsForEach || !(value.IsSequence || value.IsMap))
        {
            RenderOne(context, value, null);
            return;
        }

        var items = LoopItems.Of(value, 0, null, reversed: false, context);
        var loop = context.PushLoop(_partial.Name, items.Count, isIsolated: true);
        for (var i = 0; i < items.Count; i++)
        {
            context.ChargeIteration();
            loop.Index = i;
            RenderOne(context, items[i], loop);
        }

        context.PopLoop();
    }

    private void RenderOne(LiquidRenderContext context, in LiquidValue value, LoopState? loop)
    {
        // The arguments go straight to their slots in the frame that is about to be: evaluating them pushes none.
        var arguments = _call.Arguments;
        context.ReserveFrame(_partial.Symbols);
        for (var i = 0; i < arguments.Length; i++)
        {
            ref var slot = ref context.NextAssigned(_parameters[i]);
            arguments[i].Value.Evaluate(context, out slot);
            if (slot.IsUndefined) slot = LiquidValue.Nil;
        }

        context.Position = _position;
        context.EnterPartial();
        context.PushFrame(_partial.Symbols, _partial.Source);
        if (_value is not null && !value.IsNil) context.Assigned(_value) = value;
        if (loop is not null && _partial.Symbols.ForLoop is { } forLoop)
            context.Assigned(forLoop) = new LiquidValue(LoopShape.ForLoop, loop, 0);
        _partial.Body.Render(context);
        context.Interrupt = Interrupt.None;
        context.PopFrame();
        context.LeavePartial(_position);
    }
}
