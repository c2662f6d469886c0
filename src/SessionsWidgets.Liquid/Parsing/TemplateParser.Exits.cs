namespace SessionsWidgets.Liquid;

/// <content>
/// Where <c>break</c> and <c>continue</c> go on. They leave a loop, or without one the template, and on the way the
/// captures and included partials between: each must be left in the place of the HTML in which it began.
/// </content>
internal sealed partial class TemplateParser
{
    /// <summary>A state that nothing ends in, for a partial whose caller cannot be left.</summary>
    private static readonly HtmlState Nowhere = new() { Place = HtmlPlace.Declaration, IsPlain = true };

    private readonly Stack<Exit> _exits = new();

    /// <summary>Whether the partial itself is left early, so that it has to end where it began.</summary>
    public bool IsLeftEarly { get; private set; }

    /// <summary>Where an included partial must be when it leaves a loop of this template.</summary>
    public HtmlState ExitOfIncluded
    {
        get
        {
            var exit = _exits.Peek();
            return exit.Outer is null || CanLeave(exit.Outer.Value, skip: 1) ? exit.Start : Nowhere;
        }
    }

    public void EnterLoop() => _exits.Push(new Exit(Html, null));

    public void LeaveLoop() => _exits.Pop();

    /// <summary>Starts the body of a capture, which what leaves a loop around it leaves too.</summary>
    public void EnterCapture(in HtmlState outer) => _exits.Push(new Exit(Html, outer));

    public void LeaveCapture() => _exits.Pop();

    /// <summary>Checks that what is left early is left where it began.</summary>
    public void LeaveEarly(string what, int position)
    {
        if (!IsHtml) return;
        IsLeftEarly |= _exits.SkipLast(1).All(static exit => exit.Outer is not null);
        if (CanLeave(Html, skip: 0)) return;
        var start = _exits.Peek().Start;
        Fail($"'{what}' leaves in {Html.Describe()} what began in {start.Describe()}.", Html, position);
    }

    private bool CanLeave(HtmlState here, int skip)
    {
        foreach (var exit in _exits.Skip(skip))
        {
            if (!here.CanJoin(exit.Start)) return false;
            if (exit.Outer is not { } outer) return true;
            here = outer;
        }

        return true;
    }

    /// <summary>Where a loop, a capture or the template began; for a capture also where it stands.</summary>
    private readonly record struct Exit(HtmlState Start, HtmlState? Outer);
}
