using System.Buffers;
using System.Globalization;
using System.Text;
using HandlebarsDotNet;

namespace SessionsWidgets.Tests.Templates;

/// <summary>Another template engine behind the seam: everything that a host needs to write for one.</summary>
internal sealed class HandlebarsEngine : ITemplateEngine
{
    public ITemplate Compile(string name, Func<string, string?> texts)
    {
        var text = texts(name) ?? throw new TemplateException(name, $"There is no template '{name}'.");
        var handlebars = Handlebars.Create();
        Register(handlebars, "text", (run, key) => run.Text((string)key));
        Register(handlebars, "ago", (run, value) => run.RelativeDate((DateTimeOffset)value));
        Register(handlebars, "short_duration", (run, value) => run.Duration(TimeSpan.FromSeconds(Convert.ToDouble(value, CultureInfo.InvariantCulture))));
        Register(handlebars, "out_of_five", (run, value) => run.Rating((double)value));
        try
        {
            return new Template(name, handlebars.Compile(text));
        }
        catch (HandlebarsException e)
        {
            throw new TemplateException(name, e.Message, e);
        }
    }

    private static void Register(IHandlebars handlebars, string name, Func<TemplateRun, object, string> write) =>
        handlebars.RegisterHelper(name, (in EncodedTextWriter output, in HelperOptions options, in Context _, in Arguments arguments) =>
            output.Write(write((TemplateRun)options.Data["run"]!, arguments[0]!)));

    private sealed class Template(string name, HandlebarsTemplate<object, object> template) : ITemplate
    {
        public void Render(IBufferWriter<byte> output, WidgetModel model, TemplateRun run, CancellationToken cancellationToken)
        {
            try
            {
                Encoding.UTF8.GetBytes(template(run.Read(model), new Dictionary<string, object> { ["run"] = run }), output);
            }
            catch (HandlebarsException e)
            {
                throw new TemplateException(name, e.Message, e);
            }
        }
    }
}
