namespace SessionsWidgets;

/// <summary>Puts placed statements into a block of the host's own.</summary>
/// <param name="place">Places one statement of the block.</param>
internal sealed class HostBlockRewriter(Func<Statement, Statement> place) : AstRewriter
{
    private bool _isInside;

    /// <returns>The tag; null when it holds statements in a way that is not known.</returns>
    public Statement? Place(Statement tag)
    {
        var placed = Visit(tag);
        return ReferenceEquals(placed, tag) && tag is TagStatement { Statements.Count: > 0 } ? null : placed;
    }

    public override Statement Visit(Statement statement)
    {
        if (_isInside) return place(statement);
        _isInside = true;
        return base.Visit(statement);
    }
}
