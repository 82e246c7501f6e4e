namespace SoraFunctions.Models.Packages;

/// <summary>A part of a package, checked without loading its weights.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">Its folder's name.</param>
/// <param name="Path">The .onnx file, the scheduler's config, or the tokeniser's folder.</param>
/// <param name="Binding">Which tensor is which; null where it is no graph or cannot be used.</param>
/// <param name="Bytes">The size of a graph with its weights; 0 for other parts.</param>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
public sealed record PackagePart(PartKind Kind, string Name, string Path, GraphBinding? Binding, long Bytes, string? Problem);
