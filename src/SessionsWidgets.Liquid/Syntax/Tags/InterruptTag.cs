namespace SessionsWidgets.Liquid;

/// <summary><c>break</c> and <c>continue</c></summary>
internal sealed class InterruptTag(Interrupt interrupt) : Tag
{
    public static Node Parse(TemplateParser parser, in Markup tag, Interrupt interrupt)
    {
        parser.LeaveEarly(parser.Name(tag).ToString(), tag.Start);
        return new InterruptTag(interrupt);
    }

    public override void Render(LiquidRenderContext context) => context.Interrupt = interrupt;
}
