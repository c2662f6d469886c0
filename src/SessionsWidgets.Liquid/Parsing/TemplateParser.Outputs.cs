namespace SessionsWidgets.Liquid;

/// <content>Outputs and filters.</content>
internal sealed partial class TemplateParser
{
    public OutputNode Output(in Markup markup)
    {
        var expressions = Expressions(markup);
        var expression = expressions.Filtered();
        var isRaw = IsRaw(expression);
        var escape = OutputEscape(markup.Start, isRaw);
        CheckCaptured(expression, escape, markup.Start);
        return new OutputNode(expression, escape, markup.Start);
    }

    /// <summary>The filter of a name with its arguments checked; null when it is unknown and that is allowed.</summary>
    public FilterCall? ResolveFilter(ReadOnlySpan<char> name, Expression[] arguments, string[] names, int position)
    {
        var filter = FindOwn(name) ?? StandardFilters.Find(name);
        if (filter is null)
        {
            if (!Compilation.Options.StrictFilters) return null;
            var known = StandardFilters.Names.Concat(Compilation.Options.Filters.Select(own => own.Name));
            throw Error(LiquidErrorKind.UnknownName, Suggestion.Unknown("filter", name.ToString(), known), position);
        }

        if (ReferenceEquals(filter, RawFilter.Instance))
        {
            if (!Compilation.Options.AllowRaw)
                throw Error(LiquidErrorKind.Escaping, "Filter 'raw' is not allowed in this template.", position);
            var error = Source.Error(LiquidErrorKind.Escaping, string.Empty, position);
            Partial.AddRawUse(new LiquidRawUse(Source.Name, error.Line, error.Column, error.SourceLine));
        }

        CheckArguments("Filter", filter.Name, filter.Parameters, ref arguments, ref names, position);
        return new FilterCall(DateFilter.Specialize(filter, arguments), arguments, names, position);
    }

    public void CheckArguments(
        string what, string name, LiquidParameters parameters, ref Expression[] arguments, ref string[] names, int position)
    {
        if (names.Length > 0 && !parameters.AnyNamed && parameters.Named.Count == 0)
        {
            // A filter that knows no named arguments gets them together as one more argument, as in Ruby.
            arguments = NamedArgumentsExpression.Fold(arguments, names);
            names = [];
        }

        var count = arguments.Length - names.Length;
        if (count < parameters.Required || count > parameters.Required + parameters.Optional)
        {
            var allowed = parameters.Optional == 0
                ? $"{parameters.Required}"
                : $"{parameters.Required} to {parameters.Required + parameters.Optional}";
            var noun = parameters.Required + parameters.Optional == 1 ? "argument" : "arguments";
            throw Error($"{what} '{name}' takes {allowed} {noun}, not {count}.", position);
        }

        if (parameters.AnyNamed || !Compilation.Options.StrictFilters) return;
        foreach (var argument in names)
        {
            if (!parameters.Named.Contains(argument))
                throw Error(LiquidErrorKind.UnknownName, Suggestion.Unknown($"argument of {what.ToLowerInvariant()} '{name}'", argument, parameters.Named), position);
        }
    }

    private static bool IsRaw(Expression expression) =>
        expression is FilteredExpression { Filters: var filters } && filters[^1].Filter == RawFilter.Instance;

    private ILiquidFilter? FindOwn(ReadOnlySpan<char> name)
    {
        // By index: an enumerator would be garbage for each filter of each template.
        var filters = Compilation.Options.Filters;
        for (var i = 0; i < filters.Count; i++)
        {
            if (name.SequenceEqual(filters[i].Name)) return filters[i];
        }

        return null;
    }
}
