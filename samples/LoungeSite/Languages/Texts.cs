namespace LoungeSite;

/// <summary>The site's own words: English where they are written, the others in Texts.*.resx.</summary>
public sealed class Texts;
