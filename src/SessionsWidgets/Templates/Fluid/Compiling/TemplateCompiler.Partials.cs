namespace SessionsWidgets;

/// <content>Calls of partials, which are compiled for the place in which they are called.</content>
internal sealed partial class TemplateCompiler
{
    private CompiledRender Render(PartialSyntax tag, SourceLocation place)
    {
        var start = Html;
        var partial = _compilation.GetPartial(tag.Call.Name!, isIsolated: true, this, place);
        if (tag.Call.IsForEach) RequireRepeatable(start, partial.Body, "A partial that is rendered for each item", place.Offset);
        return new CompiledRender(partial, tag.Call, place);
    }

    private CompiledInclude Include(PartialSyntax tag, SourceLocation place)
    {
        if (_partial.IsIsolated)
            throw place.Error(TemplateErrorKind.Syntax, "'include' cannot be used in a rendered partial: use 'render'.");
        if (tag.Call.Name is { } name)
        {
            var partial = _compilation.GetPartial(name, isIsolated: false, this, place);
            if (partial.LeavesEarly) NoteLeavingEarly();
            return new CompiledInclude(_ => new(partial), tag.Call, place);
        }

        RequireText("A partial whose name is known only at render time", place.Offset);
        if (Html.IsPlain)
            throw EncodingError(
                "A partial whose name is known only at render time cannot stand in text that is encoded as a whole.", place.Offset);
        NoteLeavingEarly();
        var canLeave = CanLeave(Html, from: 0);
        var partials = new DynamicPartial(_compilation.Engine, _compilation.Texts, tag.Path, canLeave, place);
        return new CompiledInclude(partials.FindAsync, tag.Call, place);
    }
}
