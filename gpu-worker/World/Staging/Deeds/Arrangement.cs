using SoraFunctions.World.Staging.Cameras;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>Places what only stands around: beside and behind the first subject, clear of it, of each other and of the camera's view of it.</summary>
internal static class Arrangement
{
    private const int Tries = 400;

    /// <summary>Places props.</summary>
    /// <param name="lead">The first subject, at the origin.</param>
    /// <param name="props">What to place.</param>
    /// <param name="view">What the camera sees.</param>
    /// <param name="random">Chance.</param>
    public static List<Mark> Place(Piece lead, IReadOnlyList<Piece> props, View view, Random random)
    {
        List<(double X, double Z, double Radius)> taken = [(0, 0, 1.12 * lead.Footprint)];
        List<Mark> marks = [];
        foreach (var piece in props.OrderByDescending(piece => piece.Footprint))
        {
            // Copies of the first subject stand like it, large props behind, small ones also in front at the sides.
            var small = piece.Size.Y < 0.5 * lead.Size.Y;
            var (x, z) = Spot(lead, piece, small, taken, view, random);
            taken.Add((x, z, 1.08 * piece.Footprint));
            var yaw = piece.HasFace ? -0.35 * Math.Atan2(x, view.Distance) : random.NextDouble() * Math.Tau;
            marks.Add(Mark.Standing(piece, x, z, yaw));
        }

        return marks;
    }

    private static (double X, double Z) Spot(
        Piece lead, Piece piece, bool small, List<(double X, double Z, double Radius)> taken, View view, Random random)
    {
        var reach = Math.Max(0.82 * view.HalfWidth, 1.3 * (lead.Footprint + piece.Footprint));
        (double X, double Z) best = default;
        var clearest = double.MinValue;
        for (var i = 0; i < Tries; i++)
        {
            // The circle widens as it fills up.
            var far = reach * (0.45 + (0.9 * i / Tries));
            var x = ((2 * random.NextDouble()) - 1) * far;
            var z = small ? (random.NextDouble() * 1.5 * far) - (1.05 * far) : (-0.25 - (0.75 * random.NextDouble())) * far;
            z = Math.Min(z, 0.35 * view.Distance);

            // In front of the subject nothing may stand before it, as seen from the lens.
            var open = z < 0.3 * lead.Footprint || Math.Abs(x) > (0.5 * lead.Size.X) + (1.3 * piece.Footprint);
            var hidden = z < 0 && Math.Abs(x) < (0.4 * lead.Size.X);
            var clear = taken.Min(t => Math.Sqrt(((x - t.X) * (x - t.X)) + ((z - t.Z) * (z - t.Z))) - t.Radius - (1.08 * piece.Footprint));
            var score = clear - (open ? 0 : lead.Footprint) - (hidden ? 0.5 * lead.Footprint : 0);
            if (score >= 0)
            {
                return (x, z);
            }

            if (score > clearest)
            {
                (clearest, best) = (score, (x, z));
            }
        }

        return clearest >= -0.5 * lead.Footprint && taken.Min(t => Math.Sqrt(Math.Pow(best.X - t.X, 2) + Math.Pow(best.Z - t.Z, 2)) - t.Radius) > 1.02 * piece.Footprint
            ? best
            : (best.X, taken.Min(t => t.Z - t.Radius) - (1.1 * piece.Footprint));
    }
}
