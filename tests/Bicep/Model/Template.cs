using SoraFunctions.Bicep.Tests.Language;

namespace SoraFunctions.Bicep.Tests.Model;

/// <summary>A file that was read.</summary>
/// <param name="Path">Relative to the folder of all, with '/'.</param>
/// <param name="Declarations">In order.</param>
internal sealed record Template(string Path, IReadOnlyList<Declaration> Declarations)
{
    private readonly Dictionary<string, Declaration> _named = Index(Declarations);

    public bool IsParameterFile => Path.EndsWith(".bicepparam", StringComparison.Ordinal);

    public string Scope => (Of<ScopeDeclaration>().FirstOrDefault()?.Value as TextExpression)?.Fixed ?? "resourceGroup";

    public IEnumerable<T> Of<T>()
        where T : Declaration => Declarations.OfType<T>();

    /// <summary>What a name means at the top of the file, types and outputs aside; null if nothing.</summary>
    public Declaration? Symbol(string name) => _named.GetValueOrDefault(name);

    public Finding Wrong(Position at, string message) => new(Path, at, message);

    // Outputs have names of their own, which nothing in the file refers to. Of two equal names the first counts; the other is a finding.
    private static Dictionary<string, Declaration> Index(IReadOnlyList<Declaration> declarations) =>
        declarations.Where(one => one is ParameterDeclaration or VariableDeclaration or BodyDeclaration)
            .GroupBy(one => one.Name)
            .ToDictionary(group => group.Key, group => group.First());
}
