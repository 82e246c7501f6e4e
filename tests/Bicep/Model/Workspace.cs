using SoraFunctions.Bicep.Tests.Language;

namespace SoraFunctions.Bicep.Tests.Model;

/// <summary>All files together.</summary>
internal sealed class Workspace
{
    private readonly Dictionary<string, Template> _templates = [];
    private readonly List<Finding> _syntax = [];

    /// <summary>Reads texts by path.</summary>
    public Workspace(IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (path, text) in texts)
        {
            try
            {
                _templates[path] = new Template(path, FileParser.Parse(text));
            }
            catch (SyntaxException fault)
            {
                _syntax.Add(new Finding(path, fault.At, fault.Message));
            }
        }
    }

    /// <summary>Files that could not be read, and why.</summary>
    public IReadOnlyList<Finding> SyntaxFindings => _syntax;

    public IEnumerable<Template> Templates => _templates.Values;

    /// <summary>All files with .bicep and .bicepparam under a folder.</summary>
    public static Workspace Open(string folder) => new(
        Directory.EnumerateFiles(folder, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText));

    /// <summary>The file that another one means by a path; null if there is none.</summary>
    public Template? Find(Template from, string path)
    {
        var parts = new List<string>(from.Path.Split('/')[..^1]);
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return _templates.GetValueOrDefault(string.Join('/', parts));
    }

    /// <summary>Where an imported variable or type of a file comes from; null if it is not imported, or not there.</summary>
    public (Template Home, Declaration Declaration)? Imported(Template template, string name)
    {
        foreach (var import in template.Of<ImportDeclaration>())
        {
            if (import.Names.FirstOrDefault(one => one.As == name) is { } entry
                && Find(template, import.Path) is { } home
                && home.Declarations.FirstOrDefault(one => one.Name == entry.Name && one.Has("export")) is { } declaration)
            {
                return (home, declaration);
            }
        }

        return null;
    }
}
