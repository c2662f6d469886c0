using Fluid.Ast;

namespace SessionsWidgets;

/// <summary><c>assign name = value</c></summary>
internal sealed class AssignmentStatement(string name, Expression value, TemplatePlace place) : PlacedStatement(place, ExpressionWeight.Of(value))
{
    public override bool IsBlank => true;

    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        context.SetValue(name, await value.EvaluateAsync(context));
        return Completion.Normal;
    }
}
