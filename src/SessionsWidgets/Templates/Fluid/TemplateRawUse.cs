namespace SessionsWidgets;

/// <summary>A place where a template writes a value without encoding.</summary>
internal sealed record TemplateRawUse(string Template, int Line, int Column, string SourceLine);
