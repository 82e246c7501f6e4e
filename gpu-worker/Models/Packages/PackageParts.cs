using System.Text.Json;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Schedulers;
using SoraFunctions.Models.Sessions;
using SoraFunctions.Models.Tokenisers;

namespace SoraFunctions.Models.Packages;

/// <summary>Checks the parts of a package one by one.</summary>
internal static class PackageParts
{
    // What ONNX Runtime 1.26 and later load.
    private const long NewestOpset = 26, NewestIrVersion = 13;

    /// <summary>The part of a name; none where the name is not one that a video needs, two for a vae that holds both halves.</summary>
    public static IEnumerable<PackagePart> Check(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return name switch
        {
            "scheduler" => [Scheduler(path)],
            "transformer" or "transformer_2" or "unet" => [Graph(PartKind.Denoiser, path)],
            "vae_decoder" => [Graph(PartKind.Decoder, path)],
            "vae_encoder" => [Graph(PartKind.Encoder, path)],
            "image_encoder" => [Graph(PartKind.ImageEncoder, path)],
            // The index names one vae; the exporter writes its halves into folders of their own.
            "vae" when !Directory.Exists(Path.Combine(folder, "vae_decoder")) => [Graph(PartKind.Decoder, path)],
            _ when name.StartsWith("text_encoder", StringComparison.Ordinal) => [Graph(PartKind.TextEncoder, path)],
            _ when name.StartsWith("tokenizer", StringComparison.Ordinal) => [Tokeniser(path)],
            _ => [],
        };
    }

    private static PackagePart Scheduler(string folder)
    {
        var path = Path.Combine(folder, "scheduler_config.json");
        return Try(PartKind.Scheduler, folder, path, () =>
        {
            using var config = JsonDocument.Parse(File.ReadAllBytes(path));
            SchedulerConfig.Read(config.RootElement);
            return (null, 0);
        });
    }

    private static PackagePart Tokeniser(string folder) => Try(PartKind.Tokeniser, folder, folder, () =>
    {
        TokeniserFolder.Open(folder);
        return (null, 0);
    });

    private static PackagePart Graph(PartKind kind, string folder)
    {
        var path = GraphFile(folder);
        return Try(kind, folder, path, () =>
        {
            if (!File.Exists(path))
                throw new InvalidDataException(Absence(folder));
            var header = OnnxHeaderReader.Read(path);
            if (header.Opset > NewestOpset || header.IrVersion > NewestIrVersion)
                throw new NotSupportedException($"it is of opset {header.Opset} and IR version {header.IrVersion}; up to {NewestOpset} and {NewestIrVersion} are known");
            foreach (var file in header.ExternalFiles)
                if (!File.Exists(Path.Combine(folder, file)))
                    throw new InvalidDataException($"its file of weights {file} is missing");
            return (GraphBinding.Of(kind, header.Inputs, header.Outputs), ModelFiles.Bytes(path));
        });
    }

    private static string GraphFile(string folder)
    {
        var usual = Path.Combine(folder, "model.onnx");
        if (File.Exists(usual) || !Directory.Exists(folder))
            return usual;
        return Directory.GetFiles(folder, "*.onnx") is [var only] ? only : usual;
    }

    private static string Absence(string folder)
    {
        if (!Directory.Exists(folder))
            return "its folder is missing";
        var weights = Directory.EnumerateFiles(folder).Select(Path.GetFileName).FirstOrDefault(file => Path.GetExtension(file) is ".safetensors" or ".bin" or ".pt");
        return weights is null ? "it has no model.onnx" : $"it has PyTorch weights ({weights}) and no model.onnx; export it to ONNX first";
    }

    private static PackagePart Try(PartKind kind, string folder, string path, Func<(GraphBinding? Binding, long Bytes)> check)
    {
        var part = new PackagePart(kind, Path.GetFileName(folder), path, null, 0, null);
        try
        {
            var (binding, bytes) = check();
            return part with { Binding = binding, Bytes = bytes };
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidDataException or ModelLoadException or IOException
            or UnauthorizedAccessException or JsonException or InvalidOperationException or FormatException)
        {
            return part with { Problem = exception.Message };
        }
    }
}
