namespace SessionsWidgets.Liquid;

/// <summary>Gives the source of a partial by its name. Called while a template is compiled; must be thread-safe.</summary>
public interface ITemplateLoader
{
    /// <summary>Looks a template up.</summary>
    /// <param name="name">
    /// The name; always of the form <c>[a-z0-9_-]+(/[a-z0-9_-]+)*</c>, so it can never leave the place it is looked up in.
    /// </param>
    /// <returns>The source, or null when there is none of that name.</returns>
    string? Load(string name);

    /// <summary>All names that can be loaded, to suggest the nearest when one is not found. Empty by default.</summary>
    IEnumerable<string> Names => [];
}

/// <summary>Templates from a dictionary.</summary>
/// <param name="templates">Sources by name.</param>
public sealed class DictionaryTemplateLoader(IReadOnlyDictionary<string, string> templates) : ITemplateLoader
{
    /// <inheritdoc/>
    public IEnumerable<string> Names => templates.Keys;

    /// <inheritdoc/>
    public string? Load(string name) => templates.GetValueOrDefault(name);
}
