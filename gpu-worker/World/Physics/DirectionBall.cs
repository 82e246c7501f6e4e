namespace SoraFunctions.World.Physics;

/// <summary>Directions spread evenly over the ball, joined by triangles: an icosahedron whose edges are halved again and again.</summary>
internal static class DirectionBall
{
    /// <summary>The directions and, three by three, the triangles between them, counter-clockwise from outside.</summary>
    /// <param name="fineness">How often edges are halved: 1 gives 42 directions, 2 gives 162.</param>
    public static (Vector3d[] Directions, int[] Triangles) Of(int fineness)
    {
        var golden = (1 + Math.Sqrt(5)) / 2;
        List<Vector3d> corners =
        [
            new(-1, golden, 0), new(1, golden, 0), new(-1, -golden, 0), new(1, -golden, 0),
            new(0, -1, golden), new(0, 1, golden), new(0, -1, -golden), new(0, 1, -golden),
            new(golden, 0, -1), new(golden, 0, 1), new(-golden, 0, -1), new(-golden, 0, 1),
        ];
        int[] triangles =
        [
            0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8,
            3, 9, 4, 3, 4, 2, 3, 2, 6, 3, 6, 8, 3, 8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1,
        ];
        for (var i = 0; i < corners.Count; i++)
        {
            corners[i] = corners[i].Unit();
        }

        for (var level = 0; level < fineness; level++)
        {
            triangles = Halved(corners, triangles);
        }

        return ([.. corners], triangles);
    }

    private static int[] Halved(List<Vector3d> corners, int[] triangles)
    {
        Dictionary<(int, int), int> middles = [];
        int Middle(int a, int b)
        {
            var edge = (Math.Min(a, b), Math.Max(a, b));
            if (!middles.TryGetValue(edge, out var index))
            {
                middles[edge] = index = corners.Count;
                corners.Add((corners[a] + corners[b]).Unit());
            }

            return index;
        }

        List<int> result = [];
        for (var i = 0; i < triangles.Length; i += 3)
        {
            int a = triangles[i], b = triangles[i + 1], c = triangles[i + 2];
            int ab = Middle(a, b), bc = Middle(b, c), ca = Middle(c, a);
            result.AddRange([a, ab, ca, b, bc, ab, c, ca, bc, ab, bc, ca]);
        }

        return [.. result];
    }
}
