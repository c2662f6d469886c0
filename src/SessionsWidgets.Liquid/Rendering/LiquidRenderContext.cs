using System.Buffers;

namespace SessionsWidgets.Liquid;

/// <summary>
/// One render, as filters and tags see it: its clock, zone and language, memory for text, and its budget. Lives as
/// long as the render and belongs to one thread.
/// </summary>
public sealed partial class LiquidRenderContext
{
    [ThreadStatic]
    private static LiquidRenderContext? _spare;

    private const int FuelPortion = 512;
    private const int BytesPerStep = 64;

    private CancellationToken _cancellation;
    private LiquidLimits _limits = LiquidLimits.Default;
    private long _fuel;
    private int _granted;
    private int _fuelPortion;
    private int _iterations;
    private long _allocated;
    private long _freshUntil;
    private int _rejectedUrls;

    private LiquidRenderContext()
    {
    }

    /// <summary>The moment of the render.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The zone that dates are shown in.</summary>
    public TimeZoneInfo TimeZone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>The language, as a tag such as <c>en</c>.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>What the host gave the render for its own filters.</summary>
    public object? State { get; private set; }

    internal TextStore Texts { get; } = new();

    internal Utf8Output Output { get; private set; } = new();

    internal bool IsHtml { get; private set; }

    internal bool StrictVariables { get; private set; }

    /// <summary>Lowers the moment until which the output is true; a later moment than the present one changes nothing.</summary>
    /// <param name="moment">The moment at which the text that a filter made would change.</param>
    public void LowerFreshUntil(DateTimeOffset moment) => _freshUntil = Math.Min(_freshUntil, moment.UtcTicks);

    /// <summary>Begins text in memory that the render lends.</summary>
    /// <returns>The builder; end it with <see cref="LiquidTextBuilder.Build"/> before another is begun.</returns>
    public LiquidTextBuilder BeginText() => LiquidTextBuilder.ToValue(this);

    /// <summary>Text that a filter made, copied into memory that the render lends: what most filters that format something return.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text as a value, good until the render ends; encoded where it is written.</returns>
    /// <exception cref="LiquidException">The render's budget for values is used up.</exception>
    public LiquidValue Text(scoped ReadOnlySpan<char> text)
    {
        Charge(3L * text.Length);
        Texts.Begin();
        Texts.Append(text);
        return Texts.Take();
    }

    /// <summary>Takes bytes from the render's budget; call it before allocating in proportion to input.</summary>
    /// <param name="bytes">How many bytes are about to be allocated.</param>
    /// <exception cref="LiquidException">The budget is used up.</exception>
    public void Charge(long bytes)
    {
        _allocated += bytes;
        if (_allocated > _limits.AllocatedBytes) throw OutOfMemory();
        if (bytes >= BytesPerStep) ChargeSteps(bytes / BytesPerStep);
    }

    /// <summary>Takes steps from the render's budget; call it when a filter does much work for one call.</summary>
    /// <param name="steps">How many; one is about the work of a simple tag.</param>
    /// <exception cref="LiquidException">The budget is used up.</exception>
    /// <exception cref="OperationCanceledException">The render was cancelled.</exception>
    public void ChargeSteps(long steps)
    {
        if (steps <= 0) return;
        _fuelPortion -= (int)Math.Min(steps, int.MaxValue / 2);
        if (_fuelPortion < 0) Refuel();
    }

    /// <summary>An exception for a value that does not fit, with the place in the template; to be thrown by filters and tags.</summary>
    /// <param name="message">What does not fit, and what would.</param>
    /// <returns>The exception.</returns>
    public LiquidException Error(string message) => Error(LiquidErrorKind.Value, message);

    internal LiquidException Error(LiquidErrorKind kind, string message) => new(Frame.Source.Error(kind, message, Position));

    internal LiquidException Limit(string message) => Error(LiquidErrorKind.Limit, message);

    /// <summary>Text of a value, its allocation charged.</summary>
    internal string TextOf(in LiquidValue value)
    {
        if (value.Kind == ValueKind.String) return value.String;
        Charge(value.Kind switch
        {
            ValueKind.Utf8 => 2L * value.Utf8.Length,
            ValueKind.List or ValueKind.Map => 64 + ValueCost.Of(value),
            ValueKind.BigInteger => 4L * BigNumbers.MaxDigits,
            _ => 64,
        });
        return Liquid.TextOf.Text(value);
    }

    internal void Step()
    {
        if (--_fuelPortion < 0) Refuel();
    }

    internal void Steps(int count)
    {
        if ((_fuelPortion -= count) < 0) Refuel();
    }

    internal void ChargeIteration()
    {
        if (++_iterations > _limits.Iterations) throw TooManyIterations();
        Step();
    }

    internal void CountRejectedUrl() => _rejectedUrls++;

    internal static LiquidRenderContext Rent(LiquidOptions options, LiquidRenderSettings settings, CancellationToken cancellation)
    {
        var context = _spare ?? new LiquidRenderContext();
        _spare = null;
        context._limits = options.Limits;
        context._cancellation = cancellation;
        context._fuel = options.Limits.Steps;
        context._granted = context._fuelPortion = 0;
        context._iterations = 0;
        context._allocated = 0;
        context._freshUntil = long.MaxValue;
        context._rejectedUrls = 0;
        context.Now = settings.Now;
        context.TimeZone = settings.TimeZone;
        context.Language = settings.Language;
        context.State = settings.State;
        context.IsHtml = options.Encoding == LiquidEncoding.Html;
        context.StrictVariables = options.StrictVariables;
        context.Interrupt = Interrupt.None;
        return context;
    }

    internal LiquidRenderResult Result() => new(
        _freshUntil == long.MaxValue ? null : new DateTimeOffset(_freshUntil, TimeSpan.Zero), _rejectedUrls, Output.Written);

    internal static void Return(LiquidRenderContext context)
    {
        context.Texts.Reset();
        context.ResetScopes();
        context.State = null;
        context._cancellation = default;
        _spare = context;
    }

    private LiquidException TooManyIterations() => Limit($"The loops make more than {_limits.Iterations} iterations.");

    private LiquidException OutOfMemory() => Limit($"The render needs more than {_limits.AllocatedBytes} bytes for its values.");

    private void Refuel()
    {
        _cancellation.ThrowIfCancellationRequested();
        _fuel -= (long)_granted - _fuelPortion;
        if (_fuel < 0) throw Limit($"The render takes more than {_limits.Steps} steps.");
        _granted = _fuelPortion = (int)Math.Min(FuelPortion, _fuel);
    }
}
