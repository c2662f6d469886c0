using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Fluid.Parser;

namespace SessionsWidgets;

/// <summary>A template as Fluid parses it, with where its statements stand. It does not change once it is parsed.</summary>
internal sealed class ParsedTemplate(TemplateSource source, TemplateLimits limits) : FluidParseContext(source.Text)
{
    private readonly Dictionary<object, int> _offsets = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    public TemplateSource Source => source;

    public IReadOnlyList<Statement> Statements { get; set; } = [];

    public List<SourceLocation> RawUses { get; } = [];

    public (string Name, int Offset)? OpenTag { get; set; }

    /// <summary>Goes one level deeper, where the thread's stack suffices.</summary>
    public void Nest(int offset)
    {
        if (++_depth > limits.Nesting) throw Limit($"Tags and brackets are nested deeper than {limits.Nesting}.", offset);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Limit("Tags and partials are nested too deeply.", offset);
    }

    public void Leave() => _depth--;

    /// <summary>Bounds how many filters or conditions stand in a row: each nests in the one before it when it is evaluated.</summary>
    public Expression CheckChain(Expression expression, int filters, int offset)
    {
        var length = filters;
        for (var rest = expression; rest is BinaryExpression condition; rest = condition.Right) length++;
        return length <= limits.ChainLength
            ? expression
            : throw Limit($"More than {limits.ChainLength} filters or conditions stand in a row.", offset);
    }

    /// <summary>Where the braces before an offset stand; without any, as within <c>liquid</c>, the offset.</summary>
    public int StartOf(int offset)
    {
        var before = source.Text.AsSpan(0, Math.Max(0, offset)).TrimEnd();
        if (before.EndsWith("-")) before = before[..^1];
        return before.EndsWith("{%") || before.EndsWith("{{") ? before.Length - 2 : offset;
    }

    /// <summary>Where the next character that is no white space stands.</summary>
    public int AfterSpace(int offset) => source.Text.Length - source.Text.AsSpan(offset).TrimStart().Length;

    public T Note<T>(T node, int offset) where T : notnull
    {
        _offsets[node] = offset;
        return node;
    }

    public SourceLocation PlaceOf(Statement statement)
    {
        var isNoted = _offsets.TryGetValue(statement, out var offset)
            || (statement is OutputStatement output && _offsets.TryGetValue(output.Expression, out offset));
        return new SourceLocation(source, isNoted ? offset : 0);
    }

    public TemplateException Limit(string message, int offset) => new SourceLocation(source, offset).Limit(message);
}

/// <summary>A tag as it was parsed, before it is placed: branches, a loop, the call of a partial or the host's own.</summary>
internal sealed class ParsedTag(object tag) : Statement
{
    public object Tag => tag;

    public override ValueTask<Completion> WriteToAsync(TextWriter writer, TextEncoder encoder, TemplateContext context) =>
        throw new InvalidOperationException("A tag is rendered once it is placed.");
}

/// <summary><c>if</c> and <c>unless</c>, and <c>case</c>, which has a subject.</summary>
internal sealed record BranchSyntax(string Tag, Expression? Subject, IReadOnlyList<BranchArm> Arms);

/// <summary>A condition, or the values of a <c>when</c>, with what is rendered there; null for <c>else</c>.</summary>
internal sealed record BranchArm(Expression[]? Conditions, IReadOnlyList<Statement> Body);

/// <summary><c>for</c>, and its name, which is written as the tag itself.</summary>
internal sealed record LoopSyntax(ForStatement Loop, string Name);

/// <summary>A tag of the host's own; HTML is written as it is where text can stand, text is encoded for the place of the tag.</summary>
internal sealed record HostTagSyntax(string Name, Statement Inner, HostTag Kind);

internal sealed record PartialSyntax(Expression Path, PartialCall Call, bool IsRender);
