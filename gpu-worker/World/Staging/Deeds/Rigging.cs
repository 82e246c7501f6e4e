using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>Pieces that a deed needs and no cast names: a float, the walls of a box, shards.</summary>
internal static class Rigging
{
    /// <summary>Makes one.</summary>
    /// <param name="id">Its name in the log.</param>
    /// <param name="matter">What it is made of.</param>
    /// <param name="draft">Draws it from its material.</param>
    /// <param name="colour">sRGB colour; null for that of the matter.</param>
    public static Piece Make(string id, Matter matter, Func<Material, Draft> draft, string? colour = null)
    {
        var sheet = Matters.Of(matter);
        var drawn = draft(new Material
        {
            Colour = Colours.Linear(colour ?? sheet.Colour, "colour"),
            Roughness = sheet.Roughness,
            Metallic = sheet.Metallic,
            ClearCoat = sheet.ClearCoat,
        });
        var subject = new Subject { Id = id, Name = id, Form = Form.Box, Matter = matter, Height = drawn.Size.Y };
        return Piece.Of(subject, drawn, sheet);
    }
}
