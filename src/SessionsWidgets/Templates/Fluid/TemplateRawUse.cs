namespace SessionsWidgets;

/// <summary>A place where a template writes a value without encoding.</summary>
internal sealed record TemplateRawUse(string Template, int Line, int Column, string SourceLine)
{
    public static TemplateRawUse Of(TemplatePlace place)
    {
        var (_, _, name, line, column, text) = place.Source.Error(default, "", place.Offset);
        return new(name, line, column, text);
    }
}
