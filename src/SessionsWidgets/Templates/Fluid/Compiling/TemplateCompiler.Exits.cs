namespace SessionsWidgets;

/// <content>
/// Where <c>break</c> and <c>continue</c> go on. They leave a loop, or without one the template, and on the way the
/// captures and included partials between: each must be left in the place of the HTML in which it began.
/// </content>
internal sealed partial class TemplateCompiler
{
    /// <summary>A state in which nothing ends, for a partial that cannot leave its caller.</summary>
    private static readonly HtmlState Nowhere = new() { Place = HtmlPlace.Declaration, IsPlain = true };

    /// <summary>The loops and captures that are open, outermost first.</summary>
    private readonly List<Exit> _exits = [];

    /// <summary>Where an included partial must be when it leaves a loop of this template.</summary>
    public HtmlState ExitOfIncluded => ExitAt(0).Outer is not { } outer || CanLeave(outer, from: 1) ? ExitAt(0).Start : Nowhere;

    /// <summary>Compiles the body of a loop, or of a capture in <paramref name="outer"/>, which is left with its loop.</summary>
    private Block ExitBody(IReadOnlyList<Statement> statements, HtmlState? outer)
    {
        _exits.Add(new Exit(Html, outer));
        var body = Body(statements);
        _exits.RemoveAt(_exits.Count - 1);
        return body;
    }

    /// <summary>Compiles a body that may be written or not, and so ends where it begins.</summary>
    private Block CaptureBody(IReadOnlyList<Statement> statements, in HtmlState outer, string tag, SourceLocation place)
    {
        var start = Html;
        var body = ExitBody(statements, outer);
        RequireSame(start, $"The body of '{tag}'", place.Offset);
        return body;
    }

    /// <summary>Checks that an early exit leaves in the state in which the block began.</summary>
    private void LeaveEarly(string what, int offset)
    {
        NoteLeavingEarly();
        if (!CanLeave(Html, from: 0))
            throw EncodingError($"'{what}' leaves in {Html.Describe()} what began in {ExitAt(0).Start.Describe()}.", offset);
    }

    /// <summary>Notes that the partial itself is left early, unless a loop of its own is, so that it has to end where it began.</summary>
    private void NoteLeavingEarly() => _partial.LeavesEarly |= _exits.TrueForAll(static exit => exit.Outer is not null);

    private bool CanLeave(HtmlState here, int from)
    {
        for (var i = from; here.CanJoin(ExitAt(i).Start); i++)
        {
            // Text after the exit would join with the name or the value before it.
            if (here.NeedsSeparator && !ExitAt(i).Start.NeedsSeparator) return false;
            if (ExitAt(i).Outer is not { } outer) return true;
            here = outer;
        }

        return false;
    }

    /// <summary>What is left first, next and so on; last the template, which has no outer place.</summary>
    private Exit ExitAt(int index) => index < _exits.Count ? _exits[^(index + 1)] : _outermost;

    /// <summary>Where a loop, a capture or the template began; for a capture also where it stands.</summary>
    private readonly record struct Exit(HtmlState Start, HtmlState? Outer);
}
