namespace SessionsWidgets.Liquid;

/// <summary>A name that an inlined partial assigns, and what it is when the partial begins.</summary>
internal readonly record struct HiddenName(Symbol Symbol, Expression? Initial);

/// <summary>Where an inlined partial begins: its own names get their first values.</summary>
internal sealed class HiddenNames(HiddenName[] names, int position) : Tag
{
    public override void Render(LiquidRenderContext context)
    {
        context.Position = position;
        foreach (var (symbol, initial) in names)
        {
            // Never undefined: a hidden name must not be found among the members of the root.
            ref var slot = ref context.Assigned(symbol);
            slot = LiquidValue.Nil;
            if (initial is null) continue;
            initial.Evaluate(context, out slot);
            if (slot.IsUndefined) slot = LiquidValue.Nil;
        }
    }
}
