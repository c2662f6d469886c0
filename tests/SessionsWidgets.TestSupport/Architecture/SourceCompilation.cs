using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SessionsWidgets.TestSupport.Architecture;

/// <summary>
/// The source of projects, compiled as one so that symbols can be resolved. Of what source generators add, it has the members alone
/// that the source names.
/// </summary>
public sealed class SourceCompilation
{
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    /// <summary>
    /// A partial method has no body, a context no constructor and not all members, for source generators write them; and a library has
    /// no entry point.
    /// </summary>
    private static readonly string[] Expected = ["CS8795", "CS7036", "CS0534", "CS5001"];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private readonly CSharpCompilation _compilation;

    /// <param name="folders">The projects' folders.</param>
    /// <param name="more">Files that are not there, by their path.</param>
    public SourceCompilation(IReadOnlyList<string> folders, params IEnumerable<(string Path, string Text)> more)
    {
        SyntaxTree[] trees =
        [
            .. folders.SelectMany(SourceFiles).Select(static file => Parse(file, File.ReadAllText(file))),
            .. more.Select(static file => Parse(file.Path, file.Text)),
        ];
        IEnumerable<string> generated = [GlobalUsings(folders), .. trees.SelectMany(JsonContextParts.Of)];
        _compilation = CSharpCompilation.Create(
            "Source",
            [.. trees, .. generated.Select(static text => Parse("", text))],
            References(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What does not compile: what it uses could be passed over.</summary>
    public IEnumerable<string> Unresolved => _compilation.GetDiagnostics()
        .Where(static d => d.Severity == DiagnosticSeverity.Error && !Expected.Contains(d.Id))
        .Select(static d => d.ToString());

    /// <summary>Each name and each constructor call that means something declared in the source, with the files of both.</summary>
    public IEnumerable<(string User, ISymbol Symbol, string Declaration)> Uses()
    {
        foreach (var tree in _compilation.SyntaxTrees.Where(static tree => tree.FilePath.Length > 0))
        {
            var model = _compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax)) continue;
                var info = model.GetSymbolInfo(node);
                if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not { } found || found is INamespaceSymbol) continue;
                var symbol = ((found as IMethodSymbol)?.ReducedFrom ?? found).OriginalDefinition;
                var declaration = symbol.DeclaringSyntaxReferences.FirstOrDefault()
                    ?? symbol.ContainingType?.DeclaringSyntaxReferences.FirstOrDefault();
                if (declaration?.SyntaxTree.FilePath is { Length: > 0 } file) yield return (tree.FilePath, symbol, file);
            }
        }
    }

    /// <summary>The source files of a project, without what its build leaves.</summary>
    public static IEnumerable<string> SourceFiles(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    private static string GlobalUsings(IEnumerable<string> folders) => string.Concat(folders
        .Select(static folder => XDocument.Load(Directory.EnumerateFiles(folder, "*.csproj").Single()))
        .SelectMany(static project => project.Descendants("Using"))
        .Select(static item => item.Attribute("Include")!.Value)
        .Concat(ImplicitUsings)
        .Distinct(StringComparer.Ordinal)
        .Select(static name => $"global using {name};\n"));

    /// <summary>What the tests run on, without the library's own assemblies.</summary>
    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static file => !Path.GetFileName(file).StartsWith("SessionsWidgets", StringComparison.OrdinalIgnoreCase)
            && !Path.GetFileName(file).StartsWith("sessions-widgets", StringComparison.OrdinalIgnoreCase))
        .Select(static file => MetadataReference.CreateFromFile(file));
}
