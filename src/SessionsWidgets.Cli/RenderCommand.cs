using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using SessionsWidgets.Cli.ExampleData;
using SessionsWidgets.Cli.Usage;

namespace SessionsWidgets.Cli;

/// <summary><c>sessions-widgets render WIDGET</c>: writes a fragment to standard output.</summary>
internal static class RenderCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var render = new DocumentedCommand(
            "render",
            "Render a widget to standard output.",
            "sessions-widgets render recent-smokes --limit 5",
            "sessions-widgets render cigar-cards --heading \"In our humidor\"",
            $"sessions-widgets render guests-online --config site/{SettingsSource.FileName}");
        // There is no visitor on the command line.
        foreach (var type in WidgetCatalog.BuiltIn.Definitions.Where(t => t.Audience != WidgetAudience.Visitor))
            render.Subcommands.Add(CreateFor(type, environment));
        return render;
    }

    private static DocumentedCommand CreateFor(WidgetDefinition type, CliEnvironment environment)
    {
        var command = new DocumentedCommand(
            type.Name,
            $"Render <{type.Name}>. The key comes from the environment (SessionsWidgets__ApiKey) or the settings file.",
            $"sessions-widgets render {type.Name}{(type.FindParameter("limit") is null ? "" : " --limit 5")}",
            $"sessions-widgets render {type.Name} --heading \"At the lounge\" --lang de",
            $"sessions-widgets render {type.Name} --dates absolute --config site/{SettingsSource.FileName}");
        var business = new Option<string?>("--business") { Description = "One of the configured businesses, by name.", HelpName = "NAME" };
        var parameters = type.Parameters
            .Select(p => new Option<string?>($"--{p.Name}")
            {
                Description = $"{p.Description} {Sentence(p.Allowed)}",
                Arity = ArgumentArity.ZeroOrOne,
                HelpName = "VALUE",
            })
            .ToList();
        var site = new SiteOptions();
        command.Options.Add(business);
        parameters.ForEach(command.Options.Add);
        site.AddTo(command, withSandbox: true);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var values = parameters
                .Where(o => parsed.GetResult(o) is { Implicit: false })
                .Select(o => new KeyValuePair<string, string>(o.Name[2..], parsed.GetValue(o) ?? ""));
            var widget = type.Parse(values);
            await using var services = site.CreateServices(parsed, environment);
            var context = await services.GetRequiredService<BusinessDirectory>().GetAsync(parsed.GetValue(business), cancellationToken);
            var request = new RenderRequest { MaxWait = Timeout.InfiniteTimeSpan };
            var fragment = await services.GetRequiredService<WidgetRenderer>().RenderAsync(context, widget, request, cancellationToken);
            var diagnosis = fragment.Diagnosis is { } text ? services.GetRequiredService<SettingSources>().Explain(text) : null;
            if (fragment.Origin == FragmentOrigin.Fallback)
                throw diagnosis is null && fragment.Error is { } error
                    ? error
                    : new SessionsWidgetsException(diagnosis ?? "There was no response in time.", fragment.Error);
            if (diagnosis is not null) await environment.Error.WriteLineAsync($"sessions-widgets: warning: {diagnosis}");
            if (site.UsesSandbox(parsed)) await environment.Error.WriteLineAsync(ExampleSettings.Note);
            await environment.Output.WriteAsync(fragment.Utf8, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>"it must be …" as a sentence.</summary>
    private static string Sentence(string allowed) => $"{char.ToUpperInvariant(allowed[0])}{allowed[1..]}";
}
