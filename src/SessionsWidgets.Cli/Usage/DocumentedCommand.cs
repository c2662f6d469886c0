using System.CommandLine;

namespace SessionsWidgets.Cli.Usage;

/// <summary>A command with examples, which its help shows.</summary>
internal sealed class DocumentedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines.</summary>
    public IReadOnlyList<string> Examples => examples;
}
