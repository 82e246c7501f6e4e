using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Staging.Deeds;

namespace SoraFunctions.World.Staging;

/// <summary>What the camera has to keep in the picture: the first subject, and the room that its deed takes.</summary>
internal static class Framed
{
    /// <summary>Middle and size, in metres.</summary>
    public static (Vector3 Centre, Vector3 Size) Of(Shot shot, Casting casting)
    {
        var size = casting.Lead.Size;
        var centre = new Vector3(0, size.Y / 2, 0);
        var across = 1 + Math.Min(casting.Copies.Count, Company.Abreast - 1);
        if (across > 1 && shot.Action is not (Deed.Shower or Deed.Collide))
        {
            size.X *= 1 + ((across - 1) * Company.Spacing * 0.8f);
        }

        return shot.Action switch
        {
            Deed.Topple when !Choreography.FallsBackwards(casting.Lead) => (new(0.42f * size.Y, 0.47f * size.Y, 0), size with { X = size.X + (1.05f * size.Y) }),
            Deed.BackFlip => (new(0, 0.7f * size.Y, 0), new(1.5f * size.Y, 1.5f * size.Y, size.Z)),
            Deed.Unbox => (centre, size * new Vector3(1.2f, 1.15f, 1.2f)),
            Deed.Drive when Driving.Can(casting.Lead) => (centre, size with { X = 1.6f * size.Z }),
            Deed.Levitate => (centre + new Vector3(0, 0.22f * size.Y, 0), size),
            Deed.Swing => (centre + new Vector3(0, 0.3f * size.Y, 0), size with { X = size.X + (0.9f * size.Y) }),
            Deed.Bounce => (new(0, 0.75f * size.Y, 0), size with { Y = 1.5f * size.Y }),
            Deed.Collide => (centre, size with { X = size.X + (1.6f * (casting.Props.Count > 0 ? casting.Props[0].Size.X : size.X)) }),
            _ => (centre, size),
        };
    }
}
