using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Figures;

/// <summary>A rigid part of a figure.</summary>
/// <param name="Name">What it is called in joints and postures.</param>
/// <param name="Parts">Its meshes with their materials, in the space of the figure at rest: standing on y = 0, front towards +z.</param>
/// <param name="Mass">How it resists; the centre of mass is in the same space.</param>
internal sealed record Limb(string Name, IReadOnlyList<(Mesh Mesh, Material Material)> Parts, MassProperties Mass);
