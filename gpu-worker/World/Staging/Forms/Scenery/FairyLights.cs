using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Forms.Scenery;

/// <summary>A string of small lights.</summary>
internal static class FairyLights
{
    /// <summary>Draws it, hanging between two points.</summary>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="sag">How far its middle hangs below the ends, in metres.</param>
    /// <param name="bulbs">How many lights.</param>
    /// <param name="radius">Of a light in metres.</param>
    /// <param name="light">Linear light of a bulb; 1 shows as white.</param>
    public static IReadOnlyList<(Mesh Mesh, Material Material)> Make(Vector3 from, Vector3 to, float sag, int bulbs, float radius, Vector3 light)
    {
        var (wire, sockets, glass) = (new MeshBuilder(), new MeshBuilder(), new MeshBuilder());
        Vector3 At(float t) => Vector3.Lerp(from, to, t) - (Vector3.UnitY * (4 * sag * t * (1 - t)));
        Tube.Draw(wire, [.. Enumerable.Range(0, (4 * bulbs) + 1).Select(i => At(i / (4f * bulbs)))], _ => 0.14f * radius, 6);
        for (var i = 0; i < bulbs; i++)
        {
            var top = At((i + 0.5f) / bulbs);
            Vector3 lean = new(0.25f * MathF.Sin(i * 2.4f), 0, 0.25f * MathF.Cos(i * 1.7f));
            var down = Vector3.Normalize(lean - Vector3.UnitY);
            Tube.Draw(sockets, [top, top + (down * radius)], _ => 0.5f * radius, 10, 0.4f);
            var middle = top + (down * 1.75f * radius);
            Orb.Draw(glass, 5, d => middle + (d * radius) + (down * (0.25f * radius * Vector3.Dot(d, down))));
        }

        return [(wire.Build(), Substances.Black), (sockets.Build(), Substances.Black), (glass.Build(), Substances.Glowing(light))];
    }
}
