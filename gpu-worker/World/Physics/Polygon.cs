namespace SoraFunctions.World.Physics;

/// <summary>Cuts faces against each other: Sutherland and Hodgman (1974).</summary>
internal static class Polygon
{
    /// <summary>Keeps the part of a polygon or edge that lies over a convex polygon.</summary>
    /// <param name="subject">The points to cut, and room for twice as many; the result replaces them.</param>
    /// <param name="count">How many points there are.</param>
    /// <param name="window">Convex polygon, either way round.</param>
    /// <param name="facing">Its unit normal.</param>
    /// <returns>How many points are left.</returns>
    public static int Clip(Span<Vector3d> subject, int count, ReadOnlySpan<Vector3d> window, Vector3d facing)
    {
        Vector3d middle = default;
        foreach (var corner in window)
        {
            middle += corner / window.Length;
        }

        Span<Vector3d> result = stackalloc Vector3d[Manifold.MostPoints];
        for (var edge = 0; edge < window.Length && count > 0; edge++)
        {
            var from = window[edge];
            var inwards = Vector3d.Cross(facing, window[(edge + 1) % window.Length] - from);
            if (Vector3d.Dot(inwards, middle - from) < 0)
            {
                inwards = -inwards;
            }

            var kept = 0;
            var isEdge = count == 2;
            for (var i = 0; i < count; i++)
            {
                Vector3d here = subject[i], next = subject[(i + 1) % count];
                double now = Vector3d.Dot(inwards, here - from), then = Vector3d.Dot(inwards, next - from);
                if (now >= 0 && kept < result.Length)
                {
                    result[kept++] = here;
                }

                if (now * then < 0 && kept < result.Length && !(isEdge && i == 1))
                {
                    result[kept++] = here + ((next - here) * (now / (now - then)));
                }
            }

            result[..kept].CopyTo(subject);
            count = kept;
        }

        return count;
    }
}
