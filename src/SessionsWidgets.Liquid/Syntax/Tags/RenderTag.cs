using System.Runtime.CompilerServices;

namespace SessionsWidgets.Liquid;

/// <summary><c>render 'name', argument: value</c>: a partial in a scope of its own, which sees its arguments and nothing else.</summary>
internal sealed class RenderTag(Partial partial, PartialCall call, InliningSite site, int position) : Tag
{
    /// <summary>Which names of the partial the arguments are; null for those that it does not mention. Known once all is compiled.</summary>
    private Symbol?[]? _parameters;

    public static Node Parse(TemplateParser parser, in Markup tag)
    {
        var call = PartialCall.Parse(parser, tag);
        var name = call.Name ?? throw parser.Error("Expected the name of a partial in quotes after 'render'.", tag.Start);
        var partial = parser.Compilation.GetPartial(name, shared: null, parser, call.Position);
        return new RenderTag(partial, call, InliningSite.For(parser, partial, call), tag.Start);
    }

    public override void Emit(ProgramBuilder into)
    {
        // What is put in place may hold calls in turn, and so on, which a thread may have no stack for.
        var canInline = !site.IsNone && RuntimeHelpers.TryEnsureSufficientExecutionStack();
        if (!canInline || Inliner.TryInline(partial, call, site, position) is not { } nodes)
        {
            into.Tag(this);
            return;
        }

        foreach (var node in nodes) node.Emit(into);
    }

    public override void Inline(Inliner inliner, List<Node> into) =>
        into.Add(new RenderTag(partial, call.Inline(inliner), inliner.Nest(site), inliner.At(position)));

    public override void Render(LiquidRenderContext context)
    {
        context.Position = position;
        var value = call.Value?.Evaluate(context) ?? default;
        if (!call.IsForEach || !(value.IsSequence || value.IsMap))
        {
            RenderOne(context, value, null);
            return;
        }

        var items = LoopItems.Of(value, 0, null, reversed: false, context);
        var loop = context.PushLoop(partial.Name, items.Count, isIsolated: true);
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
        var symbols = partial.Symbols;
        var arguments = call.Arguments;
        var parameters = _parameters ??= FindParameters();
        Dictionary<string, LiquidValue>? others = null;
        context.ReserveFrame(symbols);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (parameters[i] is { } parameter)
            {
                ref var slot = ref context.NextAssigned(parameter);
                arguments[i].Value.Evaluate(context, out slot);
                if (slot.IsUndefined) slot = LiquidValue.Nil;
            }
            else
            {
                arguments[i].Value.Evaluate(context, out var unread);
                if (symbols.ReadsByName || context.StrictVariables) Keep(context, ref others, arguments[i].Name, unread);
            }
        }

        context.Position = position;
        context.EnterPartial();
        context.PushFrame(symbols, partial.Source);
        if (call.Value is not null && !value.IsNil) Bind(context, ref others, value);
        if (loop is not null && symbols.ForLoop is { } forLoop)
            context.Assigned(forLoop) = new LiquidValue(LoopShape.ForLoop, loop, 0);
        context.Frame.Extra = others;
        partial.Body.Render(context);
        context.Interrupt = Interrupt.None;
        context.PopFrame();
        context.LeavePartial(position);
    }

    private Symbol?[] FindParameters() => Array.ConvertAll(call.Arguments, argument => partial.Symbols.Find(argument.Name));

    private void Bind(LiquidRenderContext context, ref Dictionary<string, LiquidValue>? others, in LiquidValue value)
    {
        var alias = call.Alias ?? PartialCall.LastPart(partial.Name);
        if (partial.Symbols.Find(alias) is { } symbol) context.Assigned(symbol) = value;
        else if (partial.Symbols.ReadsByName || context.StrictVariables) Keep(context, ref others, alias, value);
    }

    /// <summary>Keeps a value for a partial that asks for names which are known only at render time, or for an error that suggests it.</summary>
    private static void Keep(LiquidRenderContext context, ref Dictionary<string, LiquidValue>? others, string name, in LiquidValue value)
    {
        context.Charge(100);
        (others ??= new Dictionary<string, LiquidValue>(StringComparer.Ordinal))[name] = value;
    }
}
