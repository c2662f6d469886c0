using System.Buffers;
using System.Text;

namespace SessionsWidgets.Liquid;

/// <summary>A compiled template. Immutable and thread-safe: compile once, render from any number of threads.</summary>
public sealed class LiquidTemplate
{
    private readonly LiquidOptions _options;

    private LiquidTemplate(Partial root, Compilation compilation)
    {
        Root = root;
        _options = compilation.Options;
        RawUses = compilation.RawUses(root);
        Partials = compilation.PartialNames();
    }

    /// <summary>The name that was given, as errors show it.</summary>
    public string Name => Root.Name;

    /// <summary>Every place, in the template and its partials, at which a value is written without encoding.</summary>
    public IReadOnlyList<LiquidRawUse> RawUses { get; }

    /// <summary>The names of the partials that it calls by a constant name, directly or through others, in ordinal order.</summary>
    public IReadOnlyList<string> Partials { get; }

    internal Partial Root { get; }

    /// <summary>Compiles a template with the partials that it calls.</summary>
    /// <param name="source">The template.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="options">Filters, tags, partials, limits and encoding; the defaults when null.</param>
    /// <returns>The template.</returns>
    /// <exception cref="LiquidException">The template has errors; all of them are in the exception.</exception>
    public static LiquidTemplate Parse(string source, string name, LiquidOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(name);
        return Compile(source, name, options ?? new LiquidOptions());
    }

    /// <summary>Renders the template.</summary>
    /// <param name="output">Takes the UTF-8 bytes; when the render fails it may have got a part of them.</param>
    /// <param name="model">What the template sees: a map or a registered model.</param>
    /// <param name="settings">Clock, zone, language and state.</param>
    /// <param name="cancellationToken">Ends the render; looked at every few hundred steps.</param>
    /// <returns>Until when the output is true, and counts.</returns>
    /// <exception cref="LiquidException">The render failed; the error has its place.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LiquidRenderResult Render(
        IBufferWriter<byte> output, LiquidValue model, LiquidRenderSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settings);
        var context = LiquidRenderContext.Rent(_options, settings, cancellationToken);
        try
        {
            context.Output.Begin(output, _options.Limits.OutputBytes);
            context.PushFrame(Root.Symbols, Root.Source, model);
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            Root.Body.Render(context);
            context.Output.Complete();
            var result = context.Result();
            LiquidRenderContext.Return(context);
            return result;
        }
        catch (OutputLimitException)
        {
            throw context.Limit($"The output is longer than {_options.Limits.OutputBytes} bytes.");
        }
        catch (InsufficientExecutionStackException)
        {
            throw context.Limit("The render nests too deeply.");
        }
    }

    /// <summary>Renders the template to text.</summary>
    /// <param name="model">What the template sees: a map or a registered model.</param>
    /// <param name="settings">Clock, zone, language and state.</param>
    /// <param name="cancellationToken">Ends the render.</param>
    /// <returns>The text.</returns>
    /// <exception cref="LiquidException">The render failed; the error has its place.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public string Render(LiquidValue model, LiquidRenderSettings settings, CancellationToken cancellationToken = default)
    {
        var output = new ArrayBufferWriter<byte>();
        Render(output, model, settings, cancellationToken);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    internal static LiquidTemplate Compile(string source, string name, LiquidOptions options, bool isDynamic = false)
    {
        var compilation = new Compilation(options);
        // What is compiled while a template renders may stand anywhere in text, as a capture may.
        var start = isDynamic ? new HtmlState { Foreign = HtmlState.InCapture } : default;
        var root = new Partial(name, new SymbolTable(), isIsolated: false, start);
        if (isDynamic) root.Symbols.Open();
        try
        {
            var parser = new TemplateParser(compilation, new SourceText(source, name), root);
            parser.Parse();
            if (isDynamic) parser.RequireSame(start, "A partial whose name is known only at render time", 0);
            else if (root.End.Place != HtmlPlace.Text)
                compilation.Report(root.Source.Error(LiquidErrorKind.Escaping, $"The template ends in {root.End.Describe()}.", source.Length));
        }
        catch (LiquidException exception)
        {
            compilation.Errors.Add(exception.Error);
        }
        catch (CompilationStoppedException)
        {
            // What stopped it is among the errors.
        }

        if (compilation.Errors.Count > 0) throw new LiquidException(compilation.Errors);
        compilation.KeepPartials();
        var template = new LiquidTemplate(root, compilation);
        // Only after a success: what failed may have left it in any state.
        ParserScratch.Return(compilation.Scratch);
        return template;
    }
}
