namespace SessionsWidgets.AspNetCore;

/// <summary>Gets businesses by the name that <c>UseBusinessResolver</c> returned for a request.</summary>
internal static class ResolvedBusiness
{
    /// <exception cref="UnresolvedBusinessException">There is no such business, or the name is not a valid id.</exception>
    /// <exception cref="ParameterException">The settings of the business are not allowed.</exception>
    public static async ValueTask<BusinessContext> GetResolvedAsync(
        this BusinessDirectory businesses, string? name, CancellationToken cancellationToken)
    {
        try
        {
            return await businesses.GetAsync(name, cancellationToken);
        }
        catch (ParameterException e) when (e.ParameterName == BusinessParameter.Name || IsIdOfVisitor(e, name))
        {
            throw new UnresolvedBusinessException(name, e);
        }
    }

    /// <summary>Whether a source has passed the visitor's name on as the id, where it is refused.</summary>
    private static bool IsIdOfVisitor(ParameterException e, string? name) =>
        e.ParameterName == nameof(BusinessOptions.BusinessId) && e.Value is not null && e.Value == name;
}

/// <summary><c>UseBusinessResolver</c> returned a name that no business has. Visitors may have made it up.</summary>
internal sealed class UnresolvedBusinessException(string? name, ParameterException inner) : Exception(Text(name), inner)
{
    private const int MaxLength = 80;

    private static string Text(string? name) => string.IsNullOrWhiteSpace(name)
        ? "UseBusinessResolver returned no name for the request, and SessionsWidgets:BusinessId sets no default business."
        : $"UseBusinessResolver returned '{(name.Length > MaxLength ? $"{name[..MaxLength]}…" : name)}' for the request: "
            + "neither the configuration nor IBusinessSource has a business of that name.";
}
