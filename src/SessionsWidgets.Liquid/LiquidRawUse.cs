namespace SessionsWidgets.Liquid;

/// <summary>A place at which a template writes a value without encoding it.</summary>
/// <param name="TemplateName">The template or partial.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in characters, from 1.</param>
/// <param name="SourceLine">The line itself.</param>
public sealed record LiquidRawUse(string TemplateName, int Line, int Column, string SourceLine);
