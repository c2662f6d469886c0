namespace SessionsWidgets;

/// <summary>The variables of a template, or of one call of a partial. Not thread-safe.</summary>
internal sealed class RenderContext : TemplateContext
{
    private readonly string[] _arguments = [];

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

    public bool IsBusy { get; set; }

    public Dictionary<string, int>? Cycles { get; set; }

    /// <summary>Where the last loop of each name ended, for <c>offset: continue</c>.</summary>
    public Dictionary<string, int>? Offsets { get; set; }

    public string? LastChanged { get; set; }

    public static RenderContext Of(TemplateContext context) => (RenderContext)context;

    /// <summary>A variable, or else a member of the model, which is kept as a variable: it is found faster.</summary>
    public ValueTask<FluidValue> ReadAsync(string name)
    {
        var value = GetValue(name);
        if (Model is null || !value.IsNil()) return new(value);
        var task = Model.GetValueAsync(name, this);
        if (!task.IsCompletedSuccessfully) return task;
        value = task.Result;
        if (!value.IsNil()) SetValue(name, value);
        return new(value);
    }

    /// <summary>Removes the names, or else the arguments, of a call of a partial, so that the next call starts without them.</summary>
    public void Reset(string[]? names = null)
    {
        foreach (var name in names ?? _arguments) SetValue(name, UndefinedValue.Instance);
        (Cycles, Offsets, LastChanged) = (null, null, null);
    }
}
