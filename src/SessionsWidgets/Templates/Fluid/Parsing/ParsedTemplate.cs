namespace SessionsWidgets;

/// <summary>A template as Fluid has parsed it, with the places of its tags. Immutable; compiled anew for each place of the HTML in which it is called.</summary>
internal sealed class ParsedTemplate(TemplateParseContext context, IReadOnlyList<Statement> statements)
{
    public TemplateSource Source => context.Source;

    public IReadOnlyList<Statement> Statements => statements;

    public IReadOnlyList<TemplatePlace> RawUses => context.RawUses;

    /// <summary>Where a statement stands.</summary>
    public TemplatePlace PlaceOf(Statement statement)
    {
        if (context.Find(statement) is { } tag) return new TemplatePlace(Source, tag);
        return new TemplatePlace(Source, statement is OutputStatement { Expression: var value } && context.Find(value) is { } start ? StartOfOutput(start) : 0);
    }

    private int StartOfOutput(int afterBraces) => afterBraces - (afterBraces > 0 && Source.Text[afterBraces - 1] == '-' ? 3 : 2);
}
