using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SessionsWidgets.Cli.Usage;

namespace SessionsWidgets.Cli.Check;

/// <summary><c>sessions-widgets check [FOLDER]</c>: checks templates.</summary>
internal static class CheckCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = "Your folder of templates. Default: the configured one, else only the built-in templates.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var site = new SiteOptions();
        const string Description =
            "Parse all templates, render them with example data, and list errors, unknown names, missing texts and every use of raw.";
        var command = new DocumentedCommand(
            "check",
            Description,
            "sessions-widgets check",
            "sessions-widgets check templates",
            $"sessions-widgets check --config site/{SettingsSource.FileName}")
        {
            folder,
        };
        site.AddTo(command, withSandbox: false);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = site.CreateServices(parsed, environment);
            var named = parsed.GetValue(folder);
            if (named is not null && !Directory.Exists(environment.FullPath(named)))
                throw new ParameterException("FOLDER", environment.FullPath(named), "there is no such folder.");
            var path = named ?? services.GetRequiredService<IOptions<SessionsWidgetsOptions>>().Value.Templates;
            var own = path is null ? null : environment.FullPath(path);
            if (own is not null) TemplateFolder.CheckExists(own, "SessionsWidgets:Templates");
            var check = new TemplateCheck(own);
            await check.RunAsync(cancellationToken);

            var output = parsed.InvocationConfiguration.Output;
            foreach (var use in check.RawUses)
                await output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"raw: {use.Template}:{use.Line}:{use.Column}: {use.SourceLine.Trim()}"));
            foreach (var warning in check.Warnings) await output.WriteLineAsync($"warning: {warning}");
            foreach (var error in check.Errors) await environment.Error.WriteLineAsync($"error: {error}");
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{check.Templates} templates ({check.OwnTemplates} of your own), {check.Renderings} renderings. Errors: "
                + $"{check.Errors.Count}, warnings: {check.Warnings.Count}, uses of raw: {check.RawUses.Count}."));
            return check.Errors.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
