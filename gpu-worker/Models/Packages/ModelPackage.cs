using System.Text.Json;

namespace SoraFunctions.Models.Packages;

/// <summary>
/// A folder in the diffusers layout exported to ONNX: model_index.json, and a folder for each of tokenizer, text_encoder, transformer or
/// unet, vae_decoder, vae_encoder and scheduler.
/// </summary>
/// <param name="Folder">The folder.</param>
/// <param name="Pipeline">The class of pipeline that it was made for, such as LTXPipeline.</param>
/// <param name="Index">The content of model_index.json.</param>
/// <param name="Parts">Its parts, in the order of the index.</param>
/// <param name="Problems">Why it cannot be run, a sentence for each reason that begins with the part; empty when it can.</param>
public sealed record ModelPackage(
    string Folder, string Pipeline, JsonElement Index, IReadOnlyList<PackagePart> Parts, IReadOnlyList<string> Problems)
{
    private static readonly (PartKind Kind, string Words)[] Needed =
    [
        (PartKind.Tokeniser, "tokenizer"), (PartKind.TextEncoder, "text_encoder"), (PartKind.Denoiser, "transformer or unet"),
        (PartKind.Decoder, "vae_decoder"), (PartKind.Scheduler, "scheduler"),
    ];

    /// <summary>Whether every part that a video needs is there and can be used.</summary>
    public bool CanRun => Problems.Count == 0;

    /// <summary>Bytes of all graphs with their weights.</summary>
    public long Bytes => Parts.Sum(part => part.Bytes);

    /// <summary>The first part of a kind that can be used; null where there is none.</summary>
    public PackagePart? Part(PartKind kind) => Parts.FirstOrDefault(part => part.Kind == kind && part.Problem is null);

    /// <summary>Reads and checks a package; no weights are loaded.</summary>
    /// <exception cref="PackageException">The folder has no readable model_index.json.</exception>
    public static ModelPackage Read(string folder)
    {
        var index = ReadIndex(Path.Combine(folder, "model_index.json"));
        var pipeline = index.TryGetProperty("_class_name", out var name) ? name.GetString() : null;
        if (pipeline is null)
            throw new PackageException($"{folder}: model_index.json names no pipeline (_class_name)");
        var parts = PartNames(index, folder).SelectMany(part => PackageParts.Check(folder, part)).ToArray();
        List<string> problems = [.. parts.Where(part => part.Problem is not null).Select(part => $"{part.Name}: {part.Problem}")];
        foreach (var (kind, words) in Needed)
            if (parts.All(part => part.Kind != kind))
                problems.Add($"{words}: the package has none");
        return new(folder, pipeline, index, parts, problems);
    }

    // An exporter may write folders that the index of the original does not name (vae_decoder for vae).
    private static IEnumerable<string> PartNames(JsonElement index, string folder)
    {
        var listed = index.EnumerateObject()
            .Where(one => one.Value.ValueKind == JsonValueKind.Array && one.Value.GetArrayLength() == 2 && one.Value[1].ValueKind == JsonValueKind.String)
            .Select(one => one.Name);
        var found = Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
        return listed.Concat(found).Distinct();
    }

    private static JsonElement ReadIndex(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone()
                : throw new PackageException($"{path} is no JSON object");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new PackageException($"{path} cannot be read: {exception.Message}", exception);
        }
    }
}
