namespace SessionsWidgets;
internal static class LiquidEngine { public static ITemplateEngine BuiltIn => throw new NotSupportedException(); }
