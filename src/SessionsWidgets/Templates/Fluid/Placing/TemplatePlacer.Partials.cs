using Fluid.Ast;

namespace SessionsWidgets;

/// <content>Calls of partials, which are compiled for the place in which they are called.</content>
internal sealed partial class TemplatePlacer
{
    private RenderPartialStatement Render(PartialSyntax tag, TemplatePlace place) =>
        new(_compilation.GetPartial(tag.Call.Name!, isIsolated: true, this, place.Offset), tag.Call, place);

    private IncludePartialStatement Include(PartialSyntax tag, TemplatePlace place)
    {
        if (_partial.IsIsolated) throw Error(TemplateErrorKind.Syntax, "'include' cannot be used in a rendered partial: use 'render'.", place.Offset);
        if (tag.Call.Name is { } name)
        {
            var partial = _compilation.GetPartial(name, isIsolated: false, this, place.Offset);
            return new IncludePartialStatement(_ => new(partial), tag.Call, place);
        }

        RequireText("A partial whose name is known only at render time", place.Offset);
        if (Html.IsPlain) throw EncodingError("A partial whose name is known only at render time cannot stand in text that is encoded as a whole.", place.Offset);
        return new IncludePartialStatement(new DynamicPartial(_compilation.Engine, _compilation.Texts, tag.Path, place).FindAsync, tag.Call, place);
    }
}
