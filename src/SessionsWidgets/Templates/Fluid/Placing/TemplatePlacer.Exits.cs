namespace SessionsWidgets;

/// <content>
/// Where <c>break</c> and <c>continue</c> go on. They leave a loop, or without one the template, and on the way the
/// captures and included partials between: each must be left in the place of the HTML in which it began.
/// </content>
internal sealed partial class TemplatePlacer
{
    /// <summary>A state that nothing ends in, for a partial whose caller cannot be left.</summary>
    private static readonly HtmlState Nowhere = new() { Place = HtmlPlace.Declaration, IsPlain = true };

    /// <summary>The loops and captures that are open, outermost first.</summary>
    private readonly List<Exit> _exits = [];

    /// <summary>Where an included partial must be when it leaves a loop of this template.</summary>
    public HtmlState ExitOfIncluded
    {
        get
        {
            var exit = ExitAt(0);
            return exit.Outer is null || CanLeave(exit.Outer.Value, from: 1) ? exit.Start : Nowhere;
        }
    }

    private int OpenExits => _exits.Count;

    private void EnterLoop() => _exits.Add(new Exit(Html, null));

    private void LeaveLoop() => _exits.RemoveAt(_exits.Count - 1);

    /// <summary>Starts the body of a capture, which what leaves a loop around it leaves too.</summary>
    private void EnterCapture(in HtmlState outer) => _exits.Add(new Exit(Html, outer));

    private void LeaveCapture() => LeaveLoop();

    /// <summary>Checks that what is left early is left where it began.</summary>
    private void LeaveEarly(string what, int offset)
    {
        NoteLeavingEarly();
        if (!CanLeave(Html, from: 0)) throw EncodingError($"'{what}' leaves in {Html.Describe()} what began in {ExitAt(0).Start.Describe()}.", offset);
    }

    /// <summary>Notes that the partial itself is left early, unless a loop of its own is, so that it has to end where it began.</summary>
    private void NoteLeavingEarly() => _partial.LeavesEarly |= _exits.TrueForAll(static exit => exit.Outer is not null);

    private bool CanLeave(HtmlState here, int from)
    {
        for (var i = from; i <= OpenExits; i++)
        {
            var exit = ExitAt(i);
            if (!here.CanJoin(exit.Start)) return false;
            if (exit.Outer is not { } outer) return true;
            here = outer;
        }

        return true;
    }

    /// <summary>What is left first, next and so on.</summary>
    private Exit ExitAt(int index) => index < OpenExits ? _exits[^(index + 1)] : _outermost;

    /// <summary>Where a loop, a capture or the template began; for a capture also where it stands.</summary>
    private readonly record struct Exit(HtmlState Start, HtmlState? Outer);
}
