using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>
/// Follows the HTML through a template that Fluid has parsed, and puts statements that know their place where Fluid's write
/// or branch. Expressions and filters stay Fluid's. A statement that is not known here is refused: it would write without
/// being encoded for its place.
/// </summary>
internal sealed partial class TemplateCompiler
{
    private readonly CompilationContext _compilation;
    private readonly ParsedTemplate _template;
    private readonly CompiledPartial _partial;
    private readonly Exit _outermost;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public TemplateCompiler(CompilationContext compilation, ParsedTemplate template, CompiledPartial partial)
    {
        _compilation = compilation;
        _template = template;
        _partial = partial;
        Html = partial.Start;
        partial.SetsUnknownNames = compilation.Engine.Extensions.Filters.Count > 0;
        _outermost = new Exit(partial.Exit ?? partial.Start, null);
    }

    /// <summary>Compiles the whole template and completes the partial.</summary>
    public void Compile() => _partial.Complete(Body(_template.Statements), Html, _names);

    private Block Body(IReadOnlyList<Statement> statements)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw _template.Limit("Tags and partials are nested too deeply.", 0);
        var compiled = new List<CompiledStatement>(statements.Count);
        foreach (var statement in statements) CompileOrReport(statement, compiled);
        return compiled.Count == 0 ? Block.Empty : new Block([.. compiled]);
    }

    /// <summary>Compiles a statement; when that fails, reports it and goes on after it.</summary>
    private void CompileOrReport(Statement statement, List<CompiledStatement> into)
    {
        var html = Html;
        var exits = _exits.Count;
        try
        {
            Compile(statement, into);
        }
        catch (TemplateException e) when (e.Errors[0].Kind != TemplateErrorKind.Limit && !_compilation.HasEnoughErrors)
        {
            _compilation.Report(e.Errors);
            _exits.RemoveRange(exits, _exits.Count - exits);
            Html = html;
        }
    }

    private void Compile(Statement statement, List<CompiledStatement> into)
    {
        var place = _template.PlaceOf(statement);
        switch (statement)
        {
            case TextSpanStatement text:
                text.PrepareBuffer(_compilation.Engine.Options);
                Text(text.Buffer, text.Text.Offset, into);
                break;
            case RawStatement raw:
                Text(raw.Text.ToString(), raw.Text.Offset, into, isVerbatim: true);
                break;
            case CommentStatement or NoOpStatement: break;
            case LiquidStatement lines:
                foreach (var line in lines.Statements) CompileOrReport(line, into);
                break;
            case OutputStatement output: into.Add(Output(output.Expression, place)); break;
            case AssignStatement assign: into.Add(Assign(assign, place)); break;
            case CaptureStatement capture: into.Add(Capture(capture, place)); break;
            case ParsedTag { Tag: BranchSyntax tag }: into.Add(Branches(tag, place)); break;
            case ParsedTag { Tag: LoopSyntax tag }: into.Add(For(tag.Loop, tag.Name, place)); break;
            case TableRowStatement loop: into.Add(TableRow(loop, place)); break;
            case CycleStatement cycle: into.Add(Cycle(cycle, place)); break;
            case IfChangedStatement tag:
                into.Add(new CompiledIfChanged(CaptureBody(tag.Statements, Html, "ifchanged", place), place)); break;
            case BreakStatement:
                LeaveEarly("break", place.Offset);
                into.Add(new CompiledInterrupt(Completion.Break, place));
                break;
            case ContinueStatement:
                LeaveEarly("continue", place.Offset);
                into.Add(new CompiledInterrupt(Completion.Continue, place));
                break;
            case IncrementStatement counter: into.Add(Counter(counter, counter.Identifier, place)); break;
            case DecrementStatement counter: into.Add(Counter(counter, counter.Identifier, place)); break;
            case ParsedTag { Tag: PartialSyntax { IsRender: true } call }: into.Add(Render(call, place)); break;
            case ParsedTag { Tag: PartialSyntax call }: into.Add(Include(call, place)); break;
            case ParsedTag { Tag: HostTagSyntax tag }: into.Add(HostTag(tag, place)); break;
            default: throw place.Error(TemplateErrorKind.Syntax, "This tag cannot be used here.");
        }
    }

    private void Text(string text, int offset, List<CompiledStatement> into, bool isVerbatim = false)
    {
        if (text.Length == 0) return;
        Track(text, offset);
        into.Add(new CompiledText(text, isVerbatim, new SourceLocation(_template.Source, offset)));
    }

    private CompiledAssign Assign(AssignStatement assign, SourceLocation place)
    {
        _names.Add(assign.Identifier);
        if (IsHtmlCapture(assign.Value)) _htmlCaptures.Add(assign.Identifier);
        else _htmlCaptures.Remove(assign.Identifier);
        return new CompiledAssign(string.Intern(assign.Identifier), assign.Value, place);
    }

    private BufferedStatement Counter(Statement counter, string name, SourceLocation place)
    {
        _names.Add(IncrementStatement.Prefix + name);
        return new BufferedStatement(counter, ChooseEncoding(place.Offset), new(IsHtml: false, IsDeterministic: true), place);
    }

    private CompiledCycle Cycle(CycleStatement cycle, SourceLocation place)
    {
        var key = cycle.Values.All(static value => value is LiteralExpression)
            ? string.Join(
                ',',
                cycle.Values.Select(
                    static value => $"{((LiteralExpression)value).Value.Type}={ValueText.Of(((LiteralExpression)value).Value)}"))
            : $"{_template.Source.Name}@{place.Offset}";
        return new CompiledCycle(cycle.Group, key, cycle.Values, ChooseEncoding(place.Offset), place);
    }

    /// <summary>A tag of the host's own: its text is encoded for the place, or it is HTML where text can stand.</summary>
    private BufferedStatement HostTag(HostTagSyntax tag, SourceLocation place)
    {
        _partial.SetsUnknownNames = true;
        var isHtml = tag.Kind.IsHtml && !Html.IsPlain;
        if (isHtml) RequireText($"'{tag.Name}'", place.Offset);
        var escape = ChooseEncoding(place.Offset);
        var outer = Html;
        // Whatever a block writes around its content, such as <svg>, the content is HTML as in a capture.
        Html = isHtml ? new HtmlState { Foreign = HtmlState.InCapture } : new HtmlState { IsPlain = true };
        var start = Html;
        _exits.Add(new Exit(start, outer));
        var inner = new HostBlockRewriter(Within).RewriteTag(tag.Inner)
            ?? throw place.Error(
                TemplateErrorKind.Syntax, $"What is within '{tag.Name}' cannot be followed: register it as a block with the parser.");
        _exits.RemoveAt(_exits.Count - 1);
        RequireSame(start, $"The body of '{tag.Name}'", place.Offset);
        Html = outer;
        return new BufferedStatement(inner, escape, tag.Kind with { IsHtml = isHtml }, place);

        // Where one statement is wanted, a branch without a condition holds the block.
        CompiledIf Within(Statement statement) => new([new Branch(null, Body([statement]))], negateFirst: false, place);
    }
}
