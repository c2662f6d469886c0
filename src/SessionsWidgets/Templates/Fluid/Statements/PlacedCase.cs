using Fluid.Ast;

namespace SessionsWidgets;

/// <summary><c>case value when a, b … else … endcase</c>: every match is rendered, and <c>else</c> where nothing matches.</summary>
/// <remarks><c>firstOnly</c>: whether one match ends it, as it must when a branch moves to another place of the HTML.</remarks>
internal sealed class PlacedCase(
    Expression subject, IReadOnlyList<PlacedCase.When> whens, Block? otherwise, bool firstOnly, TemplatePlace place)
    : PlacedStatement(place, ExpressionWeight.Of(subject))
{
    public override bool IsBlank { get; } = whens.All(static when => when.Body.IsBlank) && otherwise is null or { IsBlank: true };

    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var value = await subject.EvaluateAsync(context);
        var steps = 1 + (ValueSize.Of(value) >> 6);
        var matched = false;
        foreach (var when in whens)
        {
            foreach (var candidate in when.Values)
            {
                context.State.ChargeSteps(steps + ExpressionWeight.Of(candidate));
                if (!value.Equals(context.State.ChargeReading(await candidate.EvaluateAsync(context)))) continue;
                matched = true;
                var completion = await when.Body.RenderAsync(output, context);
                if (firstOnly || completion != Completion.Normal) return completion;
            }
        }

        return matched || otherwise is null ? Completion.Normal : await otherwise.RenderAsync(output, context);
    }

    internal sealed record When(IReadOnlyList<Expression> Values, Block Body);
}
