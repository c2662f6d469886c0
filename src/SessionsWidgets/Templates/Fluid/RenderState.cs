using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>The state that a rendering shares with all the partials that it calls. Not thread-safe.</summary>
internal sealed class RenderState
{
    private const int StepsBetweenChecks = 256;

    private CancellationToken _cancellationToken;
    private long _steps;
    private long _nextCheck;
    private long _bytes;
    private int _depth;

    public RenderState(TemplateLimits limits)
    {
        Limits = limits;
        Now = () => Run.Now;
    }

    public TemplateLimits Limits { get; }

    public TemplateRenderContext Run { get; private set; } = null!;

    /// <summary>The statement or filter that runs, for errors.</summary>
    public SourceLocation Place { get; set; } = SourceLocation.None;

    /// <summary>The contexts of the calls of partials, kept from one call to the next.</summary>
    public Dictionary<object, RenderContext> Kept { get; } = [];

    public Func<DateTimeOffset> Now { get; }

    public RenderState Start(TemplateRenderContext run, CancellationToken cancellationToken)
    {
        (Run, _cancellationToken, Place) = (run, cancellationToken, SourceLocation.None);
        _steps = _nextCheck = _bytes = _depth = 0;
        return this;
    }

    public void End()
    {
        Run = null!;
        foreach (var context in Kept.Values) context.Reset();
    }

    /// <summary>Begins a statement, which takes one step and those of its weight.</summary>
    public void Begin(SourceLocation place, int weight)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Place = place;
        ChargeSteps(1 + weight);
    }

    /// <summary>Charges for work, and looks now and then whether the render is canceled.</summary>
    public void ChargeSteps(long count)
    {
        _steps += count;
        if (_steps < _nextCheck) return;
        if (_steps > Limits.Steps) throw Limit($"The template takes more than {Limits.Steps} steps.");
        _nextCheck = Math.Min(Limits.Steps + 1L, _steps + StepsBetweenChecks);
        _cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Charges for memory that is about to be allocated, and for the work of filling it.</summary>
    public void ChargeBytes(long count)
    {
        if (count > Limits.AllocatedBytes - _bytes)
            throw Limit($"The template needs more than {Limits.AllocatedBytes} bytes for its values.");
        _bytes += count;
        ChargeSteps(count >> 8);
    }

    /// <summary>Charges for reading a value, as comparing, writing and turning it into a number do.</summary>
    public FluidValue ChargeReading(FluidValue value)
    {
        if (value is StringValue or ArrayValue) ChargeSteps(ValueSize.Of(value) >> 6);
        return value;
    }

    public void EnterPartial()
    {
        if (_depth >= Limits.PartialDepth) throw Limit($"Partials are nested deeper than {Limits.PartialDepth}.");
        _depth++;
    }

    public void LeavePartial() => _depth--;

    public TemplateException Limit(string message) => Place.Limit(message);

    public TemplateException Error(string message) => Place.Error(TemplateErrorKind.Value, message);
}
