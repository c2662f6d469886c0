using Microsoft.AspNetCore.Components;

namespace SessionsWidgets.AspNetCore;

/// <summary>
/// What the web request that a page was prerendered for leaves to the circuit, in which there is no request. Blazor carries it
/// in the page, encrypted; null is what the page did not ask for. Lives for one request, or for one circuit.
/// </summary>
internal sealed class OpeningRequest
{
    /// <summary>Where the page is.</summary>
    [PersistentState(AllowUpdates = true)]
    public string? Path { get; set; }

    /// <summary>The business that the request meant; empty for the default one.</summary>
    [PersistentState(AllowUpdates = true)]
    public string? Business { get; set; }

    /// <summary>The language of the page.</summary>
    [PersistentState(AllowUpdates = true)]
    public string? Language { get; set; }
}
