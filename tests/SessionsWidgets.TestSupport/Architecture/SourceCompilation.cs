using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SessionsWidgets.TestSupport.Architecture;

/// <summary>The source of projects, compiled as one so that symbols can be resolved. What source generators add is not in it.</summary>
public sealed class SourceCompilation
{
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private readonly CSharpCompilation _compilation;

    /// <param name="folders">The projects' folders.</param>
    /// <param name="more">Files that are not there, by their path.</param>
    public SourceCompilation(IReadOnlyList<string> folders, params IEnumerable<(string Path, string Text)> more)
    {
        var trees = folders.SelectMany(SourceFiles).Select(static file => Parse(file, File.ReadAllText(file)))
            .Concat(more.Select(static file => Parse(file.Path, file.Text)))
            .Append(Parse("", GlobalUsings(folders)));
        _compilation = CSharpCompilation.Create("Source", trees, References(), new CSharpCompilationOptions(OutputKind.ConsoleApplication));
    }

    /// <summary>Names that are not resolved: what they use would be passed over.</summary>
    public IEnumerable<string> Unresolved => _compilation.GetDiagnostics()
        .Where(static d => d.Id is "CS0246" or "CS0234" or "CS0103" or "CS1061")
        .Select(static d => d.ToString());

    /// <summary>Each name in the source that means something declared in it, with the files of both.</summary>
    public IEnumerable<(string User, ISymbol Symbol, string Declaration)> Uses()
    {
        foreach (var tree in _compilation.SyntaxTrees.Where(static tree => tree.FilePath.Length > 0))
        {
            var model = _compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var info = model.GetSymbolInfo(name);
                if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not { } found) continue;
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
