using System.Collections.Concurrent;

namespace SessionsWidgets;

/// <summary>
/// A partial whose name is known only at render time, compiled when it is first called. It can stand wherever text can. Thread-safe.
/// </summary>
internal sealed class DynamicPartial(TemplateEngine engine, TemplateTexts texts, Expression path, bool canLeaveEarly, SourceLocation place)
{
    private const int MaxCompiled = 64;

    private readonly ConcurrentDictionary<string, CompiledPartial> _compiled = new(StringComparer.Ordinal);

    public async ValueTask<CompiledPartial> FindAsync(RenderContext context)
    {
        var value = await path.EvaluateAsync(context);
        if (value.Type != FluidValues.String) throw place.Error(TemplateErrorKind.Value, "The name of a partial must be text.");
        var name = value.ToStringValue();
        if (_compiled.TryGetValue(name, out var known)) return known;
        var text = (TemplateName.IsValid(name) ? texts.Find(name) : null)
            ?? throw place.Error(TemplateErrorKind.UnknownName, SyntaxMessage.Unknown("partial", name, texts.Names));
        var partial = new CompilationContext(engine, texts, context.State)
            .Compile(name, text, new HtmlState { Foreign = HtmlState.InCapture }, mustEndWhereItBegan: true);
        if (partial.LeavesEarly && !canLeaveEarly)
            throw place.Error(
                TemplateErrorKind.Encoding, $"'{name}' has a 'break' or 'continue', which cannot leave what is around this tag.");
        if (_compiled.Count < MaxCompiled) _compiled.TryAdd(name, partial);
        return partial;
    }
}
