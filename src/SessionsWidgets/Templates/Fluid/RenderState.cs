using System.Runtime.CompilerServices;
using Fluid.Values;

namespace SessionsWidgets;

/// <summary>What a render shares with all the partials that it calls: its limits, the place that it has reached, what it is rendered for. Not thread-safe.</summary>
internal sealed class RenderState(TemplateRun run, TemplateLimits limits, CancellationToken cancellationToken)
{
    private const int StepsBetweenChecks = 256;

    private int _steps;
    private int _nextCheck = StepsBetweenChecks;
    private long _bytes;
    private int _depth;

    public TemplateRun Run => run;

    public TemplateLimits Limits => limits;

    /// <summary>The statement that is rendered, for errors.</summary>
    public TemplatePlace Place { get; private set; }

    /// <summary>The contexts of the calls of partials, kept from one call to the next.</summary>
    public Dictionary<RenderPartialStatement, RenderContext> Kept { get; } = [];

    public Func<DateTimeOffset> Now { get; } = () => run.Now;

    /// <summary>Begins a statement.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="weight">How many steps it takes, itself apart.</param>
    public void Begin(in TemplatePlace place, int weight)
    {
        Place = place;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        ChargeSteps(1 + weight);
    }

    /// <exception cref="TemplateException">There are too many.</exception>
    /// <exception cref="OperationCanceledException">The render was cancelled.</exception>
    public void ChargeSteps(long count)
    {
        if (count > limits.Steps - _steps) throw Limit($"The template takes more than {limits.Steps} steps.");
        _steps += (int)count;
        if (_steps < _nextCheck) return;
        _nextCheck = _steps + StepsBetweenChecks;
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Charges for memory that is about to be allocated, and for the work of filling it.</summary>
    /// <exception cref="TemplateException">It is too much.</exception>
    public void ChargeBytes(long count)
    {
        if (count > limits.AllocatedBytes - _bytes) throw Limit($"The template needs more than {limits.AllocatedBytes} bytes for its values.");
        _bytes += count;
        ChargeSteps(count >> 8);
    }

    /// <summary>Charges for reading a value, as comparing, writing and turning it into a number do.</summary>
    public FluidValue ChargeReading(FluidValue value)
    {
        if (value.Type is FluidValues.String or FluidValues.Array) ChargeSteps(ValueSize.Of(value) >> 6);
        return value;
    }

    /// <exception cref="TemplateException">Partials are nested too deeply.</exception>
    public void EnterPartial()
    {
        if (_depth >= limits.PartialDepth) throw Limit($"Partials are nested deeper than {limits.PartialDepth}.");
        _depth++;
    }

    public void LeavePartial() => _depth--;

    public TemplateException Limit(string message) => Place.Error(TemplateErrorKind.Limit, message);

    public TemplateException Error(string message) => Place.Error(TemplateErrorKind.Value, message);
}
