using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Water;
using SoraFunctions.World.Staging.Effects;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>The first subject on water: it bobs, is rained on, or falls in. What is heavier than water stands on a wooden float.</summary>
internal static class Floating
{
    private const double RainOnView = 260;

    /// <summary>It floats, set down a little too high, so that it bobs.</summary>
    public static Plan Float(Scene scene) => Afloat(scene, 0);

    /// <summary>It floats in the rain.</summary>
    public static Plan Ripple(Scene scene) => Afloat(scene, RainOnView);

    /// <summary>It falls in from above.</summary>
    public static Plan SplashIn(Scene scene)
    {
        var piece = scene.Lead;
        var height = Math.Max(scene.View.Top, 1.5 * piece.Size.Y);
        return new(new Mark(piece, new(0, piece.Rest + height, 0))
        {
            Orientation = Rotation.About(new Vector3d(0.4, 0, 1).Unit(), scene.Between(0.1, 0.35)) * Rotation.About(Vector3d.UnitY, piece.BestYaw),
            AngularVelocity = new(0, scene.Between(-0.6, 0.6), 0),
            Release = 0.15,
        })
        {
            GroundHeight = -scene.Depth,
            Effects = _ => [Basin.Of(scene, piece.Footprint)],
        };
    }

    /// <summary>Whether a piece would go under.</summary>
    public static bool Sinks(Piece piece) => piece.Mass.Mass > 0.93 * OpenWater.FreshDensity * WettedSkin.Of(piece.Shape).Volume;

    private static Plan Afloat(Scene scene, double rain)
    {
        var piece = scene.Lead;
        if (!Sinks(piece))
        {
            // Set down a little above where Archimedes would have it.
            var draught = piece.Mass.Mass / (OpenWater.FreshDensity * WettedSkin.Of(piece.Shape).Volume) * piece.Size.Y;
            return new(new Mark(piece, new(0, piece.Rest - draught + (0.06 * piece.Size.Y), 0))
            {
                Orientation = Rotation.About(Vector3d.UnitY, piece.BestYaw) * Rotation.About(new(0, 0, 1), 0.03),
                AngularVelocity = new(0, 0.12, 0),
            })
            {
                GroundHeight = -scene.Depth,
                Effects = _ => [Basin.Of(scene, piece.Footprint, rain)],
            };
        }

        var raft = Raft(piece);
        var afloat = raft.Mass.Mass + piece.Mass.Mass;
        var sunk = afloat / (OpenWater.FreshDensity * Math.PI * raft.Size.X * raft.Size.X / 4);
        var top = raft.Size.Y - sunk;
        return new(new Mark(piece, new(0, top + piece.Rest + 0.002, 0)) { Orientation = Rotation.About(Vector3d.UnitY, piece.BestYaw) })
        {
            Others = [new Mark(raft, new(0, raft.Rest - sunk, 0))],
            GroundHeight = -scene.Depth,
            Effects = _ => [Basin.Of(scene, raft.Footprint, rain)],
        };
    }

    // Wide enough to be steady, thick enough to stay half dry.
    private static Piece Raft(Piece piece)
    {
        var radius = 1.5 * piece.Footprint;
        var thickness = Math.Max(0.012, 2.2 * piece.Mass.Mass / (OpenWater.FreshDensity * Math.PI * radius * radius * 0.45));
        return Rigging.Make("float", Matter.Wood, material => Round.Cylinder(radius, thickness, material, 0.12 * thickness));
    }
}
