using System.Buffers;

namespace SessionsWidgets;

/// <summary>What compiles templates. The default is the project's own Liquid engine; a host may put another one here.</summary>
/// <remarks>Implementations must be thread-safe.</remarks>
public interface ITemplateEngine
{
    /// <summary>Compiles a template with the partials that it calls.</summary>
    /// <param name="name">The template's name, without extension.</param>
    /// <param name="texts">Gives the text of a template or partial by name; null when there is none.</param>
    /// <exception cref="TemplateException">The template is missing or broken.</exception>
    ITemplate Compile(string name, Func<string, string?> texts);
}

/// <summary>A compiled template. Implementations must be thread-safe.</summary>
public interface ITemplate
{
    /// <summary>Renders the model as UTF-8.</summary>
    /// <exception cref="TemplateException">The template failed on this model.</exception>
    void Render(IBufferWriter<byte> output, WidgetModel model, TemplateRun run, CancellationToken cancellationToken);
}
