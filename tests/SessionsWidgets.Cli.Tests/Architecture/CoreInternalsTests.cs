using Microsoft.CodeAnalysis;
using SessionsWidgets.TestSupport;
using SessionsWidgets.TestSupport.Architecture;

namespace SessionsWidgets.Cli.Tests.Architecture;

/// <summary>What the command line uses of the core's internals, each with the reason why it is not public.</summary>
public class CoreInternalsTests
{
    private const string Check = "'check' compiles and renders each template as the renderer does: hosts need the renderer alone.";

    private const string Texts = "'check' says what a file of texts lacks: a host that starts has English in its place.";

    private const string Pictures =
        "'--pictures local' fetches and names the pictures of widgets by itself: web hosts serve them by MapSessionsWidgets.";

    private const string Preview = "'preview' shows a template without a widget by the data of a built-in one: hosts define the widget.";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["CompiledTemplate"] = Check,
        ["BusinessContext.PictureHash"] = Check,
        ["FallbackModel"] = Check,
        ["FrameBuilder"] = Check,
        ["PictureAddresses"] = Check,
        ["PictureWriter"] = Check,
        ["TemplateEngine"] = Check,
        ["TemplateFolder"] = Check,
        ["TemplateMembers..ctor"] = Check,
        ["TemplateMembers.FindUnknownNames"] = Check,
        ["TemplateMembers.Value"] = Check,
        ["TemplateName"] = "'check' tells partials from templates of widgets: hosts name neither.",
        ["TemplateRenderContext..ctor"] = Check,
        ["TemplateSet"] = Check,
        ["WidgetModel.Frame"] = Check,
        ["WidgetCatalog.Of"] = Preview,
        ["WidgetDefinition.As"] = Preview,
        ["ElementAttributes.ApplyTo"] =
            "A build renders each distinct widget once, whatever the attributes of its tags: hosts hand them over with the request.",
        ["BusinessContext.MayBeLocal"] = Pictures,
        ["CacheResult"] = Pictures,
        ["PictureKey"] = Pictures,
        ["PictureService"] = Pictures,
        ["RenderRequest.Pictures"] = Pictures,
        ["SessionsClient.Pictures"] = Pictures,
        ["NearestName"] = "A page holds elements of other people, whose names are near only where few letters differ: messages bound that.",
        ["ServiceCollectionExtensions.WaitingClockKey"] = "The tests of the command line decide how long something waits.",
        ["JsonErrorLocation"] = "A settings file that is no JSON is told with line and column, as a file of texts is.",
        ["LocaleFile"] = Texts,
        ["Plural"] = Texts,
        ["LocaleSet"] =
            "'eject' copies the texts as they are embedded, and 'check' takes the English ones: hosts put theirs into their folder.",
        ["ParameterException..ctor"] =
            "What is wrong in a settings file begins with the file and the place: the public constructor begins with name and value.",
        ["SessionsWidgetsBuilder.KeepLastGood"] =
            "A build keeps responses from one run to the next: in a web host a distributed cache does.",
        ["SocketsHandlerFactory"] = "A build counts the requests of both HTTP clients by a handler of its own, added under their names.",
    };

    [Fact]
    public void CommandLine_Internals_AreThoseThatHaveAReason()
    {
        var core = RepositoryFiles.PathOf("src", "SessionsWidgets");
        var commandLine = RepositoryFiles.PathOf("src", "SessionsWidgets.Cli");
        string[] exampleData = ["Data", "Answers", "Pictures"];
        var linked = exampleData.SelectMany(
                folder => SourceCompilation.SourceFiles(RepositoryFiles.PathOf("src", "SessionsWidgets.Sandbox", folder)))
            .Concat(SourceCompilation.SourceFiles(RepositoryFiles.PathOf("src", "SessionsWidgets.AspNetCore", "Preview")));
        var source = new SourceCompilation([core, commandLine], linked.Select(file => (file, File.ReadAllText(file))));

        source.Unresolved.ShouldBeEmpty();
        source.Uses()
            .Where(use => IsBelow(commandLine, use.User) && IsBelow(core, use.Declaration))
            .Where(use => use.Symbol.Kind is not (SymbolKind.Parameter or SymbolKind.TypeParameter))
            .Select(static use => InternalNameOf(use.Symbol))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Reasons.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>The type that is internal, or else the member; null where both are public.</summary>
    private static string? InternalNameOf(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility != Accessibility.Public) return outer.Name;
        }

        return symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected ? null : $"{type.Name}.{symbol.Name}";
    }

    private static bool IsBelow(string folder, string file) =>
        file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
