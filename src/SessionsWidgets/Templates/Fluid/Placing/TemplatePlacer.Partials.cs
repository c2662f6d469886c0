using Fluid.Ast;

namespace SessionsWidgets;

/// <content>Calls of partials, which are compiled for the place in which they are called.</content>
internal sealed partial class TemplatePlacer
{
    private RenderPartialStatement Render(RenderStatement call, TemplatePlace place) =>
        new(_compilation.GetPartial(call.Path, isIsolated: true, this, place.Offset), PartialCall.Of(call), place);

    private IncludePartialStatement Include(IncludeStatement statement, TemplatePlace place)
    {
        if (_partial.IsIsolated) throw Error(TemplateErrorKind.Syntax, "'include' cannot be used in a rendered partial: use 'render'.", place.Offset);
        var call = PartialCall.Of(statement);
        if (call.Name is { } name)
        {
            var partial = _compilation.GetPartial(name, isIsolated: false, this, place.Offset);
            return new IncludePartialStatement(_ => new(partial), call, place);
        }

        RequireText("A partial whose name is known only at render time", place.Offset);
        if (Html.IsPlain) throw EncodingError("A partial whose name is known only at render time cannot stand in text that is encoded as a whole.", place.Offset);
        return new IncludePartialStatement(new DynamicPartial(_compilation.Engine, _compilation.Texts, statement.Path, place).FindAsync, call, place);
    }
}
