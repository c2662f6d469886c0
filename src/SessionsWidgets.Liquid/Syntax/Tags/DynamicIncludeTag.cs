using System.Collections.Concurrent;

namespace SessionsWidgets.Liquid;

/// <summary>
/// <c>include name</c> with a name that is known only at render time. The partial is compiled when it is first called,
/// in a scope of its own; what the caller knows is copied in by name, and what it assigned is copied back.
/// </summary>
internal sealed class DynamicIncludeTag : Tag
{
    private const int MaxCompiled = 64;

    private readonly ConcurrentDictionary<string, Partial> _compiled = new(StringComparer.Ordinal);
    private readonly LiquidOptions _options;
    private readonly PartialCall _call;
    private readonly int _position;

    private DynamicIncludeTag(LiquidOptions options, PartialCall call, int position)
    {
        _options = options;
        _call = call;
        _position = position;
    }

    public static Node Create(TemplateParser parser, PartialCall call, int position)
    {
        parser.RequireText("A partial whose name is known only at render time", position);
        parser.Symbols.Open();
        return new DynamicIncludeTag(parser.Compilation.Options, call, position);
    }

    public override void Render(LiquidRenderContext context)
    {
        context.Position = _position;
        var value = _call.NameAtRender!.Evaluate(context);
        if (!value.IsText) throw context.Error("The name of a partial must be text.");
        var name = context.TextOf(value);
        var partial = Compiled(name, context);

        var bound = _call.Value is null ? context.Lookup(name) : _call.Value.Evaluate(context);
        var arguments = _call.Arguments.Select(argument => (argument.Name, argument.Value.Evaluate(context))).ToList();
        context.EnterPartial();
        if (bound.IsList)
        {
            var items = LoopItems.Of(bound, 0, null, reversed: false, context);
            for (var i = 0; i < items.Count && context.Interrupt == Interrupt.None; i++)
            {
                context.ChargeIteration();
                RenderOne(context, partial, arguments, items[i]);
            }
        }
        else
        {
            RenderOne(context, partial, arguments, bound);
        }

        context.LeavePartial(_position);
    }

    private void RenderOne(
        LiquidRenderContext context, Partial partial, List<(string Name, LiquidValue Value)> arguments, in LiquidValue value)
    {
        context.Charge(1024 + (128L * (partial.Symbols.Count + context.Frame.Symbols.Count)));
        var scope = context.PushBridgedFrame(partial);
        var alias = _call.Alias ?? PartialCall.LastPart(partial.Name);
        foreach (var (name, argument) in arguments) context.BindLocal(name, argument);
        context.BindLocal(alias, value);
        partial.Body.Render(context);
        context.PopBridgedFrame(scope);
    }

    private Partial Compiled(string name, LiquidRenderContext context)
    {
        if (_compiled.TryGetValue(name, out var known)) return known;
        if (!PartialName.IsValid(name)) throw context.Error($"'{PartialName.Shorten(name)}' is no name of a partial.");
        var text = _options.Loader?.Load(name) ??
            throw context.Error(LiquidErrorKind.UnknownName, Suggestion.Unknown("partial", name, _options.Loader?.Names ?? []));
        context.Charge(8L * text.Length);
        var partial = LiquidTemplate.Compile(text, name, _options, isDynamic: true).Root;
        if (_compiled.Count < MaxCompiled) _compiled.TryAdd(name, partial);
        return partial;
    }
}
