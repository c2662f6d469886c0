namespace SessionsWidgets.TestSupport;

/// <summary>The programs on the path.</summary>
public static class InstalledPrograms
{
    /// <returns>By its name, where each program is.</returns>
    /// <exception cref="InvalidOperationException">A program is not there; the message has the remedy.</exception>
    public static IReadOnlyDictionary<string, string> Require(params string[] programs)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        var found = programs.ToDictionary(
            program => program,
            program => folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) ?? "");
        var missing = programs.Where(program => found[program].Length == 0).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException(
                $"Not installed: {string.Join(", ", missing)}. As root, ./test.sh installs what the tests need; else install Debian's "
                + "packages of these names (node is in nodejs).");
        return found;
    }
}
