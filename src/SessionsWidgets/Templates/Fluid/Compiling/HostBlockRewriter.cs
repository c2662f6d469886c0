namespace SessionsWidgets;

/// <summary>Puts compiled statements into a block of the host's own.</summary>
/// <param name="compile">Compiles one statement of the block.</param>
internal sealed class HostBlockRewriter(Func<Statement, Statement> compile) : AstRewriter
{
    private bool _isInside;

    /// <returns>The tag; null if it holds statements in a way that is not known.</returns>
    public Statement? RewriteTag(Statement tag)
    {
        var rewritten = Visit(tag);
        return ReferenceEquals(rewritten, tag) && tag is TagStatement { Statements.Count: > 0 } ? null : rewritten;
    }

    public override Statement Visit(Statement statement)
    {
        if (_isInside) return compile(statement);
        _isInside = true;
        return base.Visit(statement);
    }
}
