using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics.Fracture;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>Fragments of a piece as pieces of their own.</summary>
internal static class Pieces
{
    /// <summary>A fragment with the materials of what it comes from.</summary>
    /// <param name="fragment">The fragment.</param>
    /// <param name="whole">What it comes from; its parts are the meshes that were cut.</param>
    /// <param name="number">Its number, for the log.</param>
    /// <param name="inside">Material where it was cut.</param>
    public static Piece Of(Fragment fragment, Piece whole, int number, Material inside)
    {
        var size = 2 * (float)fragment.Shape.Reach;
        return new()
        {
            Subject = whole.Subject with { Id = $"{whole.Subject.Id}-piece-{number}", Picture = null, Model = null, Count = 1 },
            Parts =
            [
                .. fragment.Outer.Zip(whole.Parts, (mesh, part) => new Instance(mesh, part.Material)).Where(part => part.Mesh.Indices.Length > 0),
                .. fragment.Broken.Indices.Length > 0 ? new[] { new Instance(fragment.Broken, inside) } : [],
            ],
            Shape = fragment.Shape,
            Mass = fragment.Mass,
            Size = new(size),
            Rest = fragment.Shape.Reach,
        };
    }

    /// <summary>What a matter looks like where it is broken or cut.</summary>
    public static Material Inside(Matter matter, Material outside) => matter switch
    {
        Matter.Glass or Matter.Ice => outside,
        Matter.Ceramic => outside with { Picture = null, Colour = new(0.72f, 0.66f, 0.58f), Roughness = 0.85f, ClearCoat = 0 },
        _ => outside with { Picture = null, Roughness = Math.Max(outside.Roughness, 0.5f), ClearCoat = 0 },
    };
}
