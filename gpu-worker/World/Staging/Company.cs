using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Deeds;

namespace SoraFunctions.World.Staging;

/// <summary>Copies of the first subject do as it does, beside and behind it, one a moment after the other.</summary>
internal static class Company
{
    /// <summary>How many stand side by side.</summary>
    public const int Abreast = 5;

    /// <summary>Distance of neighbours in widths.</summary>
    public const float Spacing = 1.3f;

    private const double Delay = 0.11;

    /// <summary>How the copies begin, given how the first does.</summary>
    public static IEnumerable<Mark> Of(Deed deed, Mark lead, Casting casting, Scene scene)
    {
        if (deed is Deed.Shower or Deed.Orbit)
        {
            yield break;
        }

        var skipped = deed == Deed.Collide && casting.Props.Count == 0 ? 1 : 0;
        for (var i = 1 + skipped; i <= casting.Copies.Count; i++)
        {
            var (row, place) = (i / Abreast, i % Abreast);
            var x = (place + 1) / 2 * (place % 2 == 1 ? 1 : -1) * Spacing * lead.Piece.Size.X;
            var z = -(row * Spacing * Math.Max(lead.Piece.Size.Z, lead.Piece.Size.X)) - (0.1 * Math.Abs(x));
            yield return Apart(deed)
                ? Mark.Standing(casting.Copies[i - 1], x, z - (1.4 * lead.Piece.Size.Z))
                : Moved(lead, new(x, 0, z), i * Delay);
        }
    }

    // Deeds that take the room or the rig of one: the copies only stand by.
    private static bool Apart(Deed deed) => deed is Deed.Swing or Deed.Collide or Deed.Roll or Deed.Slide or > Deed.Swing;

    private static Mark Moved(Mark lead, Vector3d by, double later)
    {
        var motor = lead.Motor;
        return lead with
        {
            Position = lead.Position + by,
            Release = lead.Release + later,
            Motor = motor is null ? null : time =>
            {
                var (position, orientation) = motor(time);
                return (position + by, orientation);
            },
        };
    }
}
