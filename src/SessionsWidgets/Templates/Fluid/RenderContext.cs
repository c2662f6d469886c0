namespace SessionsWidgets;

/// <summary>The variables of a template, or of one call of a partial. Not thread-safe.</summary>
internal sealed class RenderContext : TemplateContext
{
    private readonly string[] _arguments = [];

    /// <summary>The context of a template, which sees its model.</summary>
    public RenderContext(RenderState state, TemplateOptions options, FluidValue model)
        : base(model, options)
    {
        State = state;
        Now = state.Now;
        TimeZone = state.Run.TimeZone;
    }

    /// <summary>The context of a partial that is rendered, which sees its arguments only.</summary>
    public RenderContext(RenderContext caller, string[] arguments)
        : base(caller.Options)
    {
        State = caller.State;
        Now = caller.Now;
        _arguments = arguments;
    }

    public RenderState State { get; }

    /// <summary>Whether a call of a partial uses it now.</summary>
    public bool IsBusy { get; set; }

    /// <summary>How far each group of <c>cycle</c> has come.</summary>
    public Dictionary<string, int>? Cycles { get; set; }

    /// <summary>Where the last loop of each name ended, for <c>offset: continue</c>.</summary>
    public Dictionary<string, int>? Offsets { get; set; }

    /// <summary>What <c>ifchanged</c> wrote last.</summary>
    public string? LastChanged { get; set; }

    /// <summary>The context of a filter or tag that renders a widget's template.</summary>
    public static RenderContext Of(TemplateContext context) => (RenderContext)context;

    /// <summary>The value of a variable, or of the model's member of that name.</summary>
    public ValueTask<FluidValue> ReadAsync(string name)
    {
        var value = GetValue(name);
        return value.IsNil() && Model is { } model ? model.GetValueAsync(name, this) : new(value);
    }

    /// <summary>Gives a variable a value for a while.</summary>
    /// <returns>The value before, to be given back.</returns>
    public FluidValue Exchange(string name, FluidValue value)
    {
        var before = GetValue(name);
        SetValue(name, value);
        return before;
    }

    /// <summary>Lets go of the arguments.</summary>
    public void Clear() => Reset(_arguments);

    /// <summary>Forgets what a call of a partial has left, so that the next one begins anew.</summary>
    /// <param name="names">The variables that the partial may have set.</param>
    public void Reset(string[] names)
    {
        foreach (var name in names) SetValue(name, UndefinedValue.Instance);
        Cycles = null;
        Offsets = null;
        LastChanged = null;
    }
}
