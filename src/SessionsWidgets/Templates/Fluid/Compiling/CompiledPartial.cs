namespace SessionsWidgets;

/// <summary>A template, or a partial for one place in the HTML. Immutable once it is complete.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsIsolated">Whether its variables are its own, as those of a rendered partial are.</param>
/// <param name="Start">Where in the HTML it begins.</param>
/// <param name="Exit">Where it has to be when it leaves a loop of its caller; null if it cannot.</param>
internal sealed record CompiledPartial(string Name, bool IsIsolated, HtmlState Start, HtmlState? Exit = null)
{
    public Block Body { get; private set; } = Block.Empty;

    public HtmlState End { get; set; }

    public bool IsComplete { get; private set; }

    /// <summary>Whether it was called while it was compiled.</summary>
    public bool CallsItself { get; set; }

    /// <summary>Whether <c>break</c> or <c>continue</c> in it may leave a loop of its caller.</summary>
    public bool LeavesEarly { get; set; }

    /// <summary>Whether it may be written any number of times, or not at all, without moving to another place of the HTML.</summary>
    public bool EndsWhereItBegan => IsComplete && End == Start;

    /// <summary>The variables that it may set.</summary>
    public string[] Names { get; private set; } = [];

    /// <summary>Whether a tag or filter of the host's own may set others.</summary>
    public bool SetsUnknownNames { get; set; }

    public void Complete(Block body, in HtmlState end, IEnumerable<string> names) =>
        (Body, End, Names, IsComplete) = (body, end, [.. names], true);
}

/// <summary>A call of a partial: its arguments, and the value that it gets by its own name or an alias. Immutable.</summary>
internal sealed record PartialCall(
    string? Name, (string Name, Expression Value)[] Arguments, Expression? Value, bool IsForEach, string? Alias)
{
    /// <summary>The name that the value has in the partial.</summary>
    public string ValueName { get; } = string.Intern(Alias ?? LastPart(Name ?? ""));

    /// <summary>How many steps evaluating the arguments takes at most.</summary>
    public int Weight { get; } = ExpressionCost.Of(Value) + Arguments.Sum(static argument => 1 + ExpressionCost.Of(argument.Value));

    public static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];
}
