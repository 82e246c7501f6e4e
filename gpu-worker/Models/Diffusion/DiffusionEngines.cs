namespace SoraFunctions.Models.Diffusion;

/// <summary>The engines of the packages that an operator has mounted.</summary>
public static class DiffusionEngines
{
    private const string Name = "diffusion";

    /// <summary>
    /// An engine for each folder with a model_index.json, in the order of their names. One alone is called <c>diffusion</c>; of several each is called
    /// <c>diffusion-NAME</c> after its folder, and the first that can run is <c>diffusion</c> too. A package that can't be run is listed and says why.
    /// </summary>
    /// <param name="folder">The folder of the packages; where it is missing there are none.</param>
    /// <param name="host">What the engines share; to be disposed by the caller when no engine works any more.</param>
    public static IReadOnlyList<DiffusionEngine> In(string folder, ModelHost host) => Of(PackagesIn(folder), host);

    /// <summary>The packages in a folder, in the order of their names.</summary>
    /// <param name="folder">The folder of the packages; where it is missing there are none.</param>
    public static IReadOnlyList<string> PackagesIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Where(IsPackage).Order(StringComparer.Ordinal)] : [];

    /// <summary>An engine for each package, named as <see cref="In"/> does.</summary>
    /// <param name="packages">Folders of packages.</param>
    /// <param name="host">What the engines share.</param>
    public static IReadOnlyList<DiffusionEngine> Of(IReadOnlyList<string> packages, ModelHost host)
    {
        if (packages is [var only])
            return [new(Name, only, host)];
        DiffusionEngine[] named = [.. packages.Select(package => new DiffusionEngine($"{Name}-{Word(Path.GetFileName(package))}", package, host))];
        var first = Array.FindIndex(named, engine => engine.Abilities.Ready);
        return named.Length == 0 ? [] : [new(Name, packages[Math.Max(0, first)], host), .. named];
    }

    private static bool IsPackage(string folder) => File.Exists(Path.Combine(folder, "model_index.json"));

    private static string Word(string name) => string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');
}
