using SessionsWidgets.TestSupport;

namespace SessionsWidgets.PackageTests;

/// <summary>The templates of this build, installed into a list of templates of their own.</summary>
/// <param name="packages">Where they come from.</param>
public sealed class InstalledTemplates(Packages packages) : IAsyncLifetime
{
    private readonly TemporaryFolder _hive = new();

    private string[] Hive => ["--debug:custom-hive", _hive.Path];

    public async Task InitializeAsync()
    {
        var package = Path.Combine(packages.Folder, $"SessionsWidgets.Templates.{packages.Version}.nupkg");
        (await Dotnet.RunAsync(packages.Projects, ["new", "install", package, .. Hive])).OrThrow("dotnet new install");
    }

    /// <summary>Makes what a template is for.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> NewAsync(string template, string folder, params string[] options)
    {
        (await Dotnet.RunAsync(packages.Projects, ["new", template, "-o", folder, .. options, .. Hive])).OrThrow($"dotnet new {template}");
        return Path.Combine(packages.Projects, folder);
    }

    public Task DisposeAsync()
    {
        _hive.Dispose();
        return Task.CompletedTask;
    }
}
