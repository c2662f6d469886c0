namespace SessionsWidgets;

/// <summary><c>include 'name', argument: value</c>: a partial that sees and changes the variables of its caller.</summary>
/// <remarks><c>find</c>: the partial; by the value of its name where that is known only now.</remarks>
internal sealed class CompiledInclude(Func<RenderContext, ValueTask<CompiledPartial>> find, PartialCall call, SourceLocation place)
    : CompiledStatement(place, call.Weight)
{
    protected override async ValueTask<Completion> RenderAsync(FragmentWriter output, RenderContext context)
    {
        var partial = await find(context);
        var valueName = call.Alias ?? PartialCall.LastPart(partial.Name);
        var value = call.Value ?? new PathExpression(partial.Name, []);
        var given = await value.EvaluateAsync(context);
        var arguments = new FluidValue[call.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = await call.Arguments[i].Value.EvaluateAsync(context);

        context.State.EnterPartial();
        for (var i = 0; i < arguments.Length; i++) arguments[i] = context.Exchange(call.Arguments[i].Name, arguments[i]);
        var outer = context.GetValue(valueName);
        // One that moves to another place of the HTML is rendered once, whatever the list holds.
        var completion = given.Type == FluidValues.Array && partial.EndsWhereItBegan
            ? await RunAsync(LoopItems.Of(given, context), valueName, partial, output, context)
            : await RenderOneAsync(given, valueName, partial, output, context);
        context.SetValue(valueName, outer);
        for (var i = 0; i < arguments.Length; i++) context.SetValue(call.Arguments[i].Name, arguments[i]);
        context.State.LeavePartial();
        return completion;
    }

    private static async ValueTask<Completion> RunAsync(
        FluidValue[] items, string name, CompiledPartial partial, FragmentWriter output, RenderContext context)
    {
        foreach (var item in items)
        {
            context.State.ChargeSteps(1);
            var completion = await RenderOneAsync(item, name, partial, output, context);
            if (completion != Completion.Normal) return completion;
        }

        return Completion.Normal;
    }

    private static ValueTask<Completion> RenderOneAsync(
        FluidValue value, string name, CompiledPartial partial, FragmentWriter output, RenderContext context)
    {
        context.SetValue(name, value);
        return partial.Body.RenderAsync(output, context);
    }
}
