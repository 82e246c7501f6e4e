using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>The manifests of a signed file, apart from it.</summary>
/// <param name="Label">Label of the file's own.</param>
/// <param name="Store">The manifest store as it lies in the file.</param>
public sealed record KeptManifest(string Label, BlobRef Store);
