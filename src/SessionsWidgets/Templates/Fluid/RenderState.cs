using System.Runtime.CompilerServices;

namespace SessionsWidgets;

/// <summary>What a render shares with all the partials that it calls: its limits, the place that it has reached, what it is rendered for. Not thread-safe.</summary>
internal sealed class RenderState
{
    private const int StepsBetweenChecks = 256;

    private static int _calls;

    private readonly TemplateLimits _limits;
    private CancellationToken _cancellationToken;
    private long _steps;
    private long _nextCheck;
    private long _bytes;
    private int _depth;

    public RenderState(TemplateLimits limits)
    {
        _limits = limits;
        Now = () => Run.Now;
    }

    public TemplateRenderContext Run { get; private set; } = null!;

    public TemplateLimits Limits => _limits;

    /// <summary>The statement or filter that is rendered, for errors.</summary>
    public TemplatePlace Place { get; private set; } = TemplatePlace.None;

    /// <summary>The contexts of the calls of partials, kept from one call to the next.</summary>
    public Dictionary<int, RenderContext> Kept { get; } = [];

    public Func<DateTimeOffset> Now { get; }

    /// <summary>Begins a render.</summary>
    public RenderState Start(TemplateRenderContext run, CancellationToken cancellationToken)
    {
        Run = run;
        _cancellationToken = cancellationToken;
        _steps = _nextCheck = _depth = 0;
        _bytes = 0;
        Place = TemplatePlace.None;
        return this;
    }

    /// <summary>Lets go of everything that the render was given.</summary>
    public void End()
    {
        Run = null!;
        foreach (var context in Kept.Values) context.Clear();
    }

    /// <summary>Begins a statement.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="weight">How many steps it takes, itself apart.</param>
    public void Begin(TemplatePlace place, int weight)
    {
        Place = place;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _steps += 1 + weight;
        if (_steps >= _nextCheck) Check();
    }

    /// <exception cref="TemplateException">There are too many.</exception>
    /// <exception cref="OperationCanceledException">The render was cancelled.</exception>
    public void ChargeSteps(long count)
    {
        _steps += count;
        if (_steps >= _nextCheck) Check();
    }

    /// <summary>Charges for memory that is about to be allocated, and for the work of filling it.</summary>
    /// <exception cref="TemplateException">It is too much.</exception>
    public void ChargeBytes(long count)
    {
        if (count > _limits.AllocatedBytes - _bytes) throw Limit($"The template needs more than {_limits.AllocatedBytes} bytes for its values.");
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
        if (_depth >= _limits.PartialDepth) throw Limit($"Partials are nested deeper than {_limits.PartialDepth}.");
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Limit("The template nests too deeply.");
        _depth++;
    }

    public void LeavePartial() => _depth--;

    /// <summary>A number for a call of a partial, which no other has.</summary>
    public static int NextCall() => Interlocked.Increment(ref _calls);

    private void Check()
    {
        if (_steps > _limits.Steps) throw Limit($"The template takes more than {_limits.Steps} steps.");
        _nextCheck = Math.Min(_limits.Steps + 1L, _steps + StepsBetweenChecks);
        _cancellationToken.ThrowIfCancellationRequested();
    }

    public TemplateException Limit(string message) => Place.Error(TemplateErrorKind.Limit, message);

    public TemplateException Error(string message) => Place.Error(TemplateErrorKind.Value, message);
}
