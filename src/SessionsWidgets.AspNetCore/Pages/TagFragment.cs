namespace SessionsWidgets.AspNetCore;

/// <summary>What stands in place of a tag, and whether the tag's own content should stand there instead.</summary>
internal readonly record struct TagFragment(ReadOnlyMemory<byte> Utf8, bool NothingToShow);
