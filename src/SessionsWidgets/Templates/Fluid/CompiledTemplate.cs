using System.Buffers;

namespace SessionsWidgets;

/// <summary>A compiled template. Immutable and thread-safe.</summary>
internal sealed class CompiledTemplate(
    TemplateEngine engine, CompiledPartial root, IReadOnlyList<SourceLocation> rawUses, IReadOnlyList<string> partials)
{
    /// <summary>The state of a finished rendering, for reuse by the next one.</summary>
    private RenderState? _spare;

    /// <summary>Every place, in the template and its partials, at which a value is written without encoding.</summary>
    public IReadOnlyList<TemplateError> RawUses =>
        [.. rawUses.Select(static use => use.Source.Error(TemplateErrorKind.Encoding, "This is not encoded.", use.Offset))];

    /// <summary>The names of the partials that it calls by a constant name, directly or through others.</summary>
    public IReadOnlyList<string> Partials => partials;

    /// <exception cref="TemplateException">The template failed on this model.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async ValueTask RenderAsync(
        IBufferWriter<byte> output, FluidValue model, TemplateRenderContext run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var state = (Interlocked.Exchange(ref _spare, null) ?? new RenderState(engine.Limits)).Start(run, cancellationToken);
        using var writer = new FragmentWriter(engine.Limits.OutputBytes);
        try
        {
            var task = root.Body.RenderAsync(writer, new RenderContext(state, engine.Options, model));
            // A filter of the host's may never answer: then it is the caller who has had enough.
            if (!task.IsCompleted) await task.AsTask().WaitAsync(cancellationToken);
            else await task;
        }
        catch (Exception e) when (e is not (TemplateException or OperationCanceledException))
        {
            throw e switch
            {
                OutputLimitException => state.Limit($"The output is longer than {engine.Limits.OutputBytes} bytes."),
                InsufficientExecutionStackException => state.Limit("The template nests too deeply."),
                _ => state.Place.Error(TemplateErrorKind.Value, MessageOf(e), e),
            };
        }

        output.Write(writer.Written);
        // Only after a success: a failure may have left it in any state.
        state.End();
        _spare = state;
    }

    /// <summary>Gets the message for an exception of a filter or a tag, without messages that may contain data.</summary>
    private static string MessageOf(Exception exception) => exception switch
    {
        DivideByZeroException => "A number is divided by zero.",
        OverflowException => "A number is too large.",
        FluidException or ParseException or ArgumentException =>
            $"A filter or tag cannot use its value: {exception.Message[..Math.Min(200, exception.Message.Length)]}",
        _ => $"A filter or tag failed with {exception.GetType().Name}.",
    };
}
