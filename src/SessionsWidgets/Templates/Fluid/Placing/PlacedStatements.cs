namespace SessionsWidgets;

/// <summary>Gathers the statements of a block; pieces of text that follow each other become one.</summary>
internal sealed class PlacedStatements
{
    private readonly List<Statement> _statements = [];
    private readonly StringBuilder _text = new();
        private bool _isVerbatim;

    public void Add(Statement statement)
    {
        EndText();
        _statements.Add(statement);
    }

    /// <param name="text">The text.</param>
    /// <param name="isVerbatim">Whether no white space of it may be left out.</param>
    public void AddText(string text, bool isVerbatim)
    {
        _text.Append(text);
        _isVerbatim |= isVerbatim;
    }

    public Block ToBlock()
    {
        EndText();
        return _statements.Count == 0 ? Block.Empty : new Block(_statements.ToArray());
    }

    private void EndText()
    {
        if (_text.Length > 0) _statements.Add(new TextStatement(_text.ToString(), _isVerbatim));
        _text.Clear();
        _isVerbatim = false;
    }
}
