using Fluid.Parser;

namespace SessionsWidgets;

/// <summary>Visits the statements of a template: notes the variables that they set, and what they read of them.</summary>
internal sealed partial class NameVisitor(NameCheck check, ParsedTemplate template, CheckScope scope) : AstVisitor
{
    private const string TableRowLoop = "tablerowloop";

    /// <summary>The position of the statement, for expressions that do not know their own.</summary>
    private SourceLocation _place = SourceLocation.None;

    public void Visit(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements) Visit(statement);
    }

    public override Statement Visit(Statement statement)
    {
        if (statement is not null) _place = template.PlaceOf(statement);
        return base.Visit(statement);
    }

    public override Expression Visit(Expression expression)
    {
        Read(expression);
        return expression;
    }

    protected override Statement VisitAssignStatement(AssignStatement assignStatement)
    {
        scope.Assign(assignStatement.Identifier, Read(assignStatement.Value));
        return assignStatement;
    }

    protected override Statement VisitCaptureStatement(CaptureStatement captureStatement)
    {
        scope.Assign(captureStatement.Identifier, ValueShape.Text);
        return base.VisitCaptureStatement(captureStatement);
    }

    protected override Statement VisitTableRowStatement(TableRowStatement tableRowStatement)
    {
        Visit(tableRowStatement.Limit);
        Visit(tableRowStatement.Offset);
        Visit(tableRowStatement.Cols);
        var item = Read(tableRowStatement.Source).Item;
        scope.With([(tableRowStatement.Identifier, item), (TableRowLoop, ValueShape.Any)], () => Visit(tableRowStatement.Statements));
        return tableRowStatement;
    }

    public override Statement VisitOtherStatement(Statement statement)
    {
        switch (statement)
        {
            case ParsedTag { Tag: BranchSyntax tag }: Branches(tag); break;
            case ParsedTag { Tag: LoopSyntax { Loop: var loop } }: Loop(loop); break;
            case ParsedTag { Tag: PartialSyntax { IsRender: true, Call: var call } }: Render(call, _place); break;
            case ParsedTag { Tag: PartialSyntax call }: Include(call); break;
            case ParsedTag { Tag: HostTagSyntax tag }:
                scope.Open();
                Visit(tag.Inner);
                break;
            case TagStatement tag: Visit(tag.Statements); break;
        }

        return statement;
    }

    protected override Statement VisitParserTagStatement<T>(ParserTagStatement<T> parserTagStatement)
    {
        Read(parserTagStatement.Value as Expression);
        return parserTagStatement;
    }

    protected override Statement VisitParserBlockStatement<T>(ParserBlockStatement<T> parserBlockStatement)
    {
        Read(parserBlockStatement.Value as Expression);
        return base.VisitParserBlockStatement(parserBlockStatement);
    }

    private void Branches(BranchSyntax tag)
    {
        Read(tag.Subject);
        foreach (var arm in tag.Arms)
        {
            foreach (var condition in arm.Conditions ?? []) Read(condition);
            Visit(arm.Body);
        }
    }

    private void Loop(ForStatement loop)
    {
        var item = Read(loop.Source).Item;
        Read(loop.Limit);
        if (loop.Offset is not PathExpression { Variable: "continue" }) Read(loop.Offset);
        scope.With([(loop.Identifier, item), (LoopValue.Variable, LoopValue.Shape)], () => Visit(loop.Statements));
        Visit(loop.Else?.Statements ?? []);
    }

    private void Render(PartialCall call, SourceLocation place)
    {
        var arguments = Arguments(call);
        if (call.Value is not null)
        {
            var value = Read(call.Value);
            arguments[call.ValueName] = call.IsForEach ? value.Item : value;
            if (call.IsForEach) arguments[LoopValue.Variable] = LoopValue.Shape;
        }

        if (scope.IsComplete) check.FollowCall(call.Name!, arguments, place);
    }

    private void Include(PartialSyntax tag)
    {
        var locals = Arguments(tag.Call);
        if (tag.Call.Value is not null)
        {
            var value = Read(tag.Call.Value);
            // A list is included item by item, or at once.
            locals[tag.Call.ValueName] = value.Item.Join(value);
        }

        if (tag.Call.Name is { } name)
        {
            scope.With([.. locals.Select(static local => (local.Key, local.Value))], () => check.FollowIncluded(name, scope));
            return;
        }

        Read(tag.Path);
        scope.Open();
    }

    private Dictionary<string, ValueShape> Arguments(PartialCall call)
    {
        var arguments = new Dictionary<string, ValueShape>(StringComparer.Ordinal);
        foreach (var (name, value) in call.Arguments) arguments[name] = Read(value);
        return arguments;
    }
}
