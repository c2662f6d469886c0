namespace SessionsWidgets;

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
