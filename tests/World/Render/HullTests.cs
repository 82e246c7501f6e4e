using System.Numerics;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

/// <summary>Rays that leave a convex body are not traced against it: it has to be known which bodies are.</summary>
public sealed class HullTests
{
    private static readonly Vector3[] Corners =
    [
        .. Enumerable.Range(0, 8).Select(i => new Vector3(i & 1, i >> 1 & 1, i >> 2)),
    ];

    private static readonly int[] Sides =
        [0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5, 2, 6, 3, 3, 6, 7];

    [Fact]
    public void A_cube_is_convex() => Assert.True(Hull.Is(Solid(Corners, Sides)));

    [Fact]
    public void A_cube_without_its_top_is_not() => Assert.False(Hull.Is(Solid(Corners, Sides[..^6])));

    [Fact]
    public void A_cube_with_a_corner_pushed_in_is_not() =>
        Assert.False(Hull.Is(Solid([.. Corners[..7], new Vector3(0.4f, 0.4f, 0.4f)], Sides)));

    [Fact]
    public void Two_cubes_are_not() => Assert.False(Hull.Is(Solid(
        [.. Corners, .. Corners.Select(c => c + (3 * Vector3.UnitX))], [.. Sides, .. Sides.Select(i => i + 8)])));

    [Fact]
    public void A_cube_holds_a_ball_as_wide_as_it_is() => Assert.Equal(0.5f, Hull.Depth(Solid(Corners, Sides), new Vector3(0.5f)), 1e-5f);

    [Fact]
    public void The_four_sides_of_a_carton_alone_hold_none_whatever_their_areas_say()
    {
        var tube = Solid(Corners, Sides[12..]);
        Assert.True(Hull.Is(tube));
        Assert.Equal(0, Hull.Depth(tube, new Vector3(0.5f)));
    }

    private static Mesh Solid(Vector3[] positions, int[] indices) =>
        new(positions, [.. positions.Select(_ => Vector3.UnitY)], [.. positions.Select(_ => Vector2.Zero)], indices);
}
