using Microsoft.AspNetCore.Components;

namespace SessionsWidgets.AspNetCore;

/// <summary>What a circuit keeps of the prerendered request, as persistent component state. Scoped to a request or a circuit.</summary>
internal sealed class PrerenderState
{
    /// <summary>The path of the page.</summary>
    [PersistentState(AllowUpdates = true)]
    public string? Path { get; set; }

    /// <summary>The business of the request; empty for the default one, null if it was not needed.</summary>
    [PersistentState(AllowUpdates = true)]
    public string? Business { get; set; }

    /// <summary>The language of the page.</summary>
    [PersistentState(AllowUpdates = true)]
    public string? Language { get; set; }

    /// <summary>The path base of the application.</summary>
    [PersistentState(AllowUpdates = true)]
    public string? PathBase { get; set; }
}
