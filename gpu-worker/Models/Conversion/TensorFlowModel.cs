using System.Text.Json;

namespace SoraFunctions.Models.Conversion;

/// <summary>A model of TensorFlow.js.</summary>
/// <param name="Name">Its file, for messages.</param>
/// <param name="Description">The content of its model.json.</param>
/// <param name="Weights">Its constants by name.</param>
public sealed record TensorFlowModel(string Name, JsonElement Description, IReadOnlyDictionary<string, Weight> Weights)
{
    /// <summary>The layers or nodes.</summary>
    public JsonElement Topology => Description.GetProperty("modelTopology");

    /// <summary>
    /// Reads a model: a model.json with its files of weights beside it, or the same as minified scripts (<c>model.min.js</c>) whose
    /// weights are base64.
    /// </summary>
    /// <param name="path">The model.json or model.min.js.</param>
    /// <exception cref="ConversionException">It is damaged, or a file is missing.</exception>
    public static TensorFlowModel Read(string path)
    {
        var script = path.EndsWith(".js", StringComparison.Ordinal);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        try
        {
            var text = File.ReadAllText(path);
            using var document = JsonDocument.Parse(script ? ScriptModule.Json(text) : text);
            var description = document.RootElement.Clone();
            var weights = WeightsManifest.Read(description.GetProperty("weightsManifest"), file => script
                ? Convert.FromBase64String(ScriptModule.Text(File.ReadAllText(Path.Combine(folder, file + ".min.js"))))
                : File.ReadAllBytes(Path.Combine(folder, file)));
            return new(Path.GetFileName(path), description, weights);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or FormatException
            or KeyNotFoundException or InvalidOperationException or ConversionException)
        {
            throw new ConversionException($"{path} cannot be read: {exception.Message}", exception);
        }
    }
}
