using System.CommandLine;
using System.Text;
using SessionsWidgets.Cli.Usage;

namespace SessionsWidgets.Cli;

/// <summary><c>sessions-widgets eject NAME</c>: writes built-in templates or texts to files, to change them.</summary>
internal static class EjectCommand
{
    private const string Locales = "locales/";

    private static readonly string[] Names =
    [
        .. LocaleSet.BuiltInLanguages.Select(language => Locales + language)
            .Concat(BuiltInTemplates.Names)
            .Order(StringComparer.Ordinal),
    ];

    private static string Known { get; } = string.Join(", ", Names);

    public static Command Create(CliEnvironment environment)
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = $"The templates, partials or texts to copy: {Known}.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output")
        {
            Description = "Your folder of templates.",
            DefaultValueFactory = _ => "templates",
            HelpName = "FOLDER",
        };
        var force = new Option<bool>("--force") { Description = "Replace existing files." };
        var command = new DocumentedCommand(
            "eject",
            "Copy built-in templates and texts into your folder, so that you can change them.",
            "sessions-widgets eject recent-smokes",
            "sessions-widgets eject session-card partials/rating --output my-templates",
            "sessions-widgets eject locales/de --force")
        {
            names, output, force,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = parsed.GetValue(names)!.Select(name => (Name: name, File: Find(name))).ToList();
            var folder = environment.FullPath(parsed.GetValue(output)!);
            foreach (var (name, file) in files)
            {
                var path = Path.Combine(folder, file.Name);
                if (File.Exists(path) && !parsed.GetValue(force))
                    throw new ParameterException("NAME", name, $"{path} already exists: use --force to replace it.");
            }

            foreach (var (_, file) in files)
            {
                var path = Path.Combine(folder, file.Name);
                try
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    await File.WriteAllBytesAsync(path, file.Bytes, cancellationToken);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    throw new ParameterException(
                        "--output", folder, $"it cannot be written to ({e.Message}): name another folder, or make this one writable.");
                }

                await parsed.InvocationConfiguration.Output.WriteLineAsync(path);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static (string Name, byte[] Bytes) Find(string name)
    {
        if (BuiltInTemplates.Find(name) is { } template) return ($"{name}.liquid", Encoding.UTF8.GetBytes(template));
        return name.StartsWith(Locales, StringComparison.Ordinal) && LocaleSet.FindBuiltIn(name[Locales.Length..]) is { } json
            ? ($"{name}.json", json)
            : throw new ParameterException(
                "NAME", name, $"there is no such template.{DidYouMean.Sentence(name, Names)} There are: {Known}.");
    }
}
