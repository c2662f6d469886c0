namespace SessionsWidgets.Liquid.Tests;

/// <summary>Renders small templates.</summary>
internal static class Render
{
    public static string Html(string template, params (string Name, LiquidValue Value)[] model) =>
        LiquidTemplate.Parse(template, "test").Render(Map(model), Settings.Standard);

    public static string Text(string template, params (string Name, LiquidValue Value)[] model) =>
        LiquidTemplate.Parse(template, "test", new LiquidOptions { Encoding = LiquidEncoding.Text }).Render(Map(model), Settings.Standard);

    public static LiquidError Error(string template, LiquidOptions? options = null) =>
        Should.Throw<LiquidException>(() => LiquidTemplate.Parse(template, "test", options)).Error;

    public static LiquidValue Map(params (string Name, LiquidValue Value)[] members) =>
        LiquidValue.FromMap(members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal));

    public static LiquidValue List(params LiquidValue[] items) => LiquidValue.FromList(items);
}
