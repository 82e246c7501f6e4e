using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Cuts a simple polygon into triangles by clipping ears (Meisters, 1975).</summary>
internal static class Ears
{
    /// <summary>Triangles as triples of indices into the ring, in its own sense of rotation.</summary>
    /// <param name="ring">Corners, counter-clockwise.</param>
    public static List<(int A, int B, int C)> Clip(IReadOnlyList<Vector2> ring)
    {
        var left = Enumerable.Range(0, ring.Count).ToList();
        List<(int, int, int)> triangles = [];
        while (left.Count > 3)
        {
            var ear = left.FindIndex(_ => true);
            var found = false;
            for (var i = 0; i < left.Count && !found; i++)
            {
                if (IsEar(ring, left, i))
                {
                    (ear, found) = (i, true);
                }
            }

            // A ring that crosses itself has no ear left; giving up its flattest corner costs a sliver.
            triangles.Add((left[(ear + left.Count - 1) % left.Count], left[ear], left[(ear + 1) % left.Count]));
            left.RemoveAt(ear);
        }

        triangles.Add((left[0], left[1], left[2]));
        return triangles;
    }

    private static bool IsEar(IReadOnlyList<Vector2> ring, List<int> left, int i)
    {
        Vector2 a = ring[left[(i + left.Count - 1) % left.Count]], b = ring[left[i]], c = ring[left[(i + 1) % left.Count]];
        if (Cross(a, b, c) <= 0)
        {
            return false;
        }

        foreach (var index in left)
        {
            var p = ring[index];
            if (p != a && p != b && p != c && Cross(a, b, p) >= 0 && Cross(b, c, p) >= 0 && Cross(c, a, p) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static float Cross(Vector2 a, Vector2 b, Vector2 c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
