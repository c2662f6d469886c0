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
        var outerArguments = Array.ConvertAll(call.Arguments, argument => context.GetValue(argument.Name));
        for (var i = 0; i < arguments.Length; i++) context.SetValue(call.Arguments[i].Name, arguments[i]);
        var outer = context.GetValue(valueName);
        // One that moves to another place of the HTML is rendered once, whatever the list holds.
        var isEach = given.Type == FluidValues.Array && partial.EndsWhereItBegan;
        var completion = Completion.Normal;
        foreach (var item in isEach ? LoopItems.Of(given, context) : [given])
        {
            context.State.ChargeSteps(1);
            context.SetValue(valueName, item);
            completion = await partial.Body.RenderAsync(output, context);
            if (completion != Completion.Normal) break;
        }

        context.SetValue(valueName, outer);
        for (var i = arguments.Length - 1; i >= 0; i--) context.SetValue(call.Arguments[i].Name, outerArguments[i]);
        context.State.LeavePartial();
        return completion;
    }
}
