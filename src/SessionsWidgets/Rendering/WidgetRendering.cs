using System.Buffers;

namespace SessionsWidgets;

/// <summary>One rendering of a widget: from its results to HTML. Not thread-safe.</summary>
internal sealed class WidgetRendering(
    TemplateSet templates, TemplateMembers members, RenderLog log, Widget widget, WidgetFrame frame, WidgetContext context, Locale locale,
    PictureWriter pictures, ElementAttributes? attributes, Isolation? isolation)
{
    /// <summary>Whether a fallback that fails is an error, rather than the built-in one in its place.</summary>
    public bool ShowsBrokenFallback { get; init; }

    /// <summary>Creates the model and renders it; the fallback if there is none.</summary>
    /// <exception cref="TemplateException">The template is broken or failed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public async ValueTask<RenderedFragment> RenderAsync(WidgetPlan plan, QueryResultSet results, CancellationToken cancellationToken)
    {
        var missing = MissingData.Of(context.Business, widget, results);
        if (await plan.CreateModelAsync(results, cancellationToken) is not { } model)
            return new RenderedFragment(await FallbackAsync(results.Failure, missing), context.Time, ValidUntil: null);
        var (utf8, run) = await WriteAsync(templates.Get(frame.Widget), model, cancellationToken);
        var wordsUntil = Earlier(Earlier(run.FreshUntil, model.FreshUntil), results.ValidUntil);
        // An unknown business has no data, and private widgets are never cached.
        var dataUntil = results.IsUnknown || context.IsPrivate ? context.Time : results.FreshUntil;
        var origin = results.IsUnknown ? FragmentOrigin.Fallback : results.IsStale ? FragmentOrigin.Stale : FragmentOrigin.Fresh;
        var fragment = Complete(
            new(utf8, origin, model.IsEmpty, Earlier(dataUntil, wordsUntil), results.Failure) { Missing = missing });
        return new RenderedFragment(fragment, context.Time, IsRepeatable() ? Earlier(wordsUntil, EndOfToday()) : null);

        bool IsRepeatable() =>
            !context.IsPrivate
            && results.HasAllValues
            && run.IsRepeatable
            && ((plan.IsComplete && !context.IsNowRead) || model.FreshUntil != DateTimeOffset.MaxValue);
    }

    /// <summary>Renders the fallback: the host's template, or the built-in one if that fails.</summary>
    public async ValueTask<HtmlFragment> FallbackAsync(Exception? error, MissingData? missing = null)
    {
        ReadOnlyMemory<byte> notice;
        try
        {
            (notice, _) = await WriteAsync(templates.Get(FallbackModel.Template), new FallbackModel(), CancellationToken.None);
        }
        catch (TemplateException e) when (!ShowsBrokenFallback)
        {
            log.Failed(FallbackModel.Template, e);
            (notice, _) = await WriteAsync(templates.GetBuiltIn(FallbackModel.Template), new FallbackModel(), CancellationToken.None);
        }

        // A fallback is never cached: the data may arrive at any time.
        Telemetry.Add(Telemetry.Fallbacks, "widget", frame.Widget);
        return Complete(new(notice, FragmentOrigin.Fallback, isEmpty: true, context.Time, error) { Missing = missing });
    }

    /// <summary>Renders the error, for development.</summary>
    public HtmlFragment ShowError(Exception error) => Complete(
        new(ErrorNotice.Render(frame.Widget, error.Message), FragmentOrigin.Fallback, isEmpty: false, context.Time, error));

    private async ValueTask<(ReadOnlyMemory<byte> Utf8, TemplateRenderContext Run)> WriteAsync(
        CompiledTemplate template, WidgetModel model, CancellationToken cancellationToken)
    {
        model.Frame = frame;
        var run = new TemplateRenderContext(context.Time, context.Business.TimeZone, locale, pictures);
        var output = new ArrayBufferWriter<byte>();
        await template.RenderAsync(output, members.Value(model), run, cancellationToken);
        // Without the spare room of the buffer, as the fragment may be kept.
        return (output.WrittenSpan.ToArray(), run);
    }

    private HtmlFragment Complete(HtmlFragment fragment)
    {
        if (isolation is not null) fragment = isolation.ApplyTo(fragment, widget);
        return attributes is null ? fragment : attributes.ApplyTo(fragment);
    }

    /// <summary>"Today", also in queries, is another day after it.</summary>
    private DateTimeOffset EndOfToday() => LocalDay.StartOf(context.Today.AddDays(1), context.Business.TimeZone);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
