using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Gltf;

/// <summary>A 3-D model, ready to be put on stage: its parts as they are at the start, in one space (y up, front towards +z).</summary>
/// <param name="Parts">Meshes with their materials; never empty. Those that deform say so.</param>
/// <param name="Warnings">What is not shown as its file says, in plain words.</param>
public sealed record Model(IReadOnlyList<Instance> Parts, IReadOnlyList<string> Warnings)
{
    /// <summary>Where each part is at a time in seconds, in the order of the parts; null when nothing moves. What has ended begins anew.</summary>
    public Func<double, IReadOnlyList<PartState>>? Motion { get; init; }
}
