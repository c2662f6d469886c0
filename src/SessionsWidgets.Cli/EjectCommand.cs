using System.CommandLine;
using System.Text;

namespace SessionsWidgets.Cli;

/// <summary><c>sessions-widgets eject NAME</c>: writes a built-in template out, to be changed.</summary>
internal static class EjectCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var names = new Argument<string[]>("NAME") { Description = "Which templates or partials, such as recent-smokes or partials/rating.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output") { Description = "Your folder of templates.", DefaultValueFactory = _ => "templates", HelpName = "FOLDER" };
        var force = new Option<bool>("--force") { Description = "Replace files that are there." };
        var command = new Command("eject", $"Write built-in templates into your folder, to change them. There are: {string.Join(", ", BuiltInTemplates.Names)}.") { names, output, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var texts = parsed.GetValue(names)!.Select(name => (Name: name, Text: Find(name))).ToList();
            var folder = environment.FullPath(parsed.GetValue(output)!);
            foreach (var (name, _) in texts)
            {
                if (File.Exists(PathOf(folder, name)) && !parsed.GetValue(force))
                    throw new ParameterException("NAME", name, $"{PathOf(folder, name)} is there already: give --force to replace it.");
            }

            foreach (var (name, text) in texts)
            {
                var path = PathOf(folder, name);
                try
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    await File.WriteAllTextAsync(path, text, new UTF8Encoding(false), cancellationToken);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    throw new ParameterException("--output", folder, $"it cannot be written to ({e.Message}): name another folder, or make this one writable.");
                }

                await parsed.InvocationConfiguration.Output.WriteLineAsync(path);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static string PathOf(string folder, string name) => Path.Combine(folder, $"{name}.liquid");

    private static string Find(string name) => BuiltInTemplates.Find(name)
        ?? throw new ParameterException("NAME", name, $"there is no such template. There are: {string.Join(", ", BuiltInTemplates.Names)}.");
}
