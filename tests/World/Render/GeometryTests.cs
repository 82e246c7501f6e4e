using System.Numerics;
using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Render;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Render;

public class GeometryTests
{
    [Fact]
    public void The_tree_finds_the_same_triangle_as_trying_all_of_them()
    {
        var mesh = Stages.Sphere(1, 24);
        var index = new MeshIndex(mesh);
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var origin = new Vector3(random.NextSingle() * 6 - 3, random.NextSingle() * 6 - 3, 3);
            var direction = Vector3.Normalize(new Vector3(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, -1));
            Hits hits = default;
            hits.T = Vector512.Create(100f);
            hits.Body = Vector512.Create(-1);
            index.Trace(Wide3.All(origin), Wide3.All(direction), ref hits, 0, false, null);
            var found = hits.Body.ToScalar() == 0 ? hits.T.ToScalar() : float.PositiveInfinity;
            var expected = Nearest(mesh, origin, direction);
            return found == expected || MathF.Abs(found - expected) < 1e-3f;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_shadow_ray_is_stopped_by_a_solid_body_and_dimmed_by_a_clear_one()
    {
        foreach (var (transmission, least, most) in new[] { (0f, 0f, 0f), (1f, 0.2f, 0.95f) })
        {
            var stage = Stages.Of(new Instance(Stages.Sphere(0.1f), new Material { Transmission = transmission }));
            var bodies = new Bodies(stage);
            var state = new FrameState(Stages.Front, [Stages.At(0, 0.1f, 0)]);
            bodies.Pose(state, state, Exposure.Whole);
            Hits hits = default;
            hits.T = Vector512.Create(10f);
            hits.V = Vector512<float>.One;
            var rays = new Rays { Origin = Wide3.All(new Vector3(0, 0.1f, 1)), Direction = Wide3.All(-Vector3.UnitZ) };
            bodies.Trace(rays, ref hits, Quest.Shadow, Vector512.Create(-1));
            Assert.InRange(hits.V.ToScalar(), least, most);
        }
    }

    /// <summary>Balls, which are found without a look at their triangles, a dented body, and flat cards, which have no inside.</summary>
    [Fact]
    public void Shadow_rays_are_stopped_and_distances_found_as_by_trying_all_triangles()
    {
        Mesh[] meshes = [Stages.Sphere(0.1f, 48), Dented(Stages.Sphere(0.12f, 24)), Stages.Card(0.2f), Stages.Sphere(0.03f, 12)];
        var bodies = new Bodies(Stages.Of([.. meshes.Select(m => new Instance(m, new Material()))]));
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            Vector3 Some(float size) => size * new Vector3(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);
            var poses = meshes.Select(_ => new Pose(Some(0.6f), Quaternion.Normalize(new Quaternion(Some(1), random.NextSingle())))).ToArray();
            var state = new FrameState(Stages.Front, poses);
            bodies.Pose(state, state, Exposure.Whole);
            var (from, to) = (Some(0.5f) + Vector3.UnitZ, Some(0.7f) - Vector3.UnitZ);
            var direction = Vector3.Normalize(to - from);
            var expected = Vector3.Distance(from, to);
            var free = expected;
            for (var i = 0; i < meshes.Length; i++)
            {
                var back = Quaternion.Conjugate(poses[i].Orientation);
                expected = MathF.Min(expected, Nearest(
                    meshes[i], Vector3.Transform(from - poses[i].Position, back), Vector3.Transform(direction, back)));
            }

            Hits hits = default;
            hits.T = Vector512.Create(free);
            hits.V = Vector512<float>.One;
            hits.Body = Vector512.Create(-1);
            var far = hits;
            var rays = new Rays { Origin = Wide3.All(from), Direction = Wide3.All(direction) };
            bodies.Trace(rays, ref hits, Quest.Shadow, Vector512.Create(-1));
            bodies.Trace(rays, ref far, Quest.Distance, Vector512.Create(-1));
            var blocked = expected < free;
            return hits.V.ToScalar() == (blocked ? 0 : 1) && (far.Body.ToScalar() >= 0) == blocked
                && MathF.Abs(far.T.ToScalar() - expected) < 0.02f;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0.5f, 1f)]
    [InlineData(0.5f, 0.625f)]
    [InlineData(0.875f, 1f)]
    public void A_moving_body_is_where_it_should_be_in_the_middle_of_an_exposure(float open, float close)
    {
        var stage = Stages.Of(new Instance(Stages.Sphere(0.1f), new Material()));
        var bodies = new Bodies(stage);
        bodies.Pose(
            new FrameState(Stages.Front, [Stages.At(0, 0.1f, 0)]), new FrameState(Stages.Front, [Stages.At(1, 0.1f, 0)]),
            Exposure.Whole with { Open = open, Close = close });
        Hits hits = default;
        hits.T = Vector512.Create(10f);
        hits.Body = Vector512.Create(-1);
        var rays = new Rays { Origin = Wide3.All(new Vector3((open + close) / 2, 0.1f, 1)), Direction = Wide3.All(-Vector3.UnitZ) };
        bodies.Trace(rays, ref hits, Quest.Surface, Vector512.Create(-1));
        Assert.Equal(0.9f, hits.T.ToScalar(), 3);
    }

    [Fact]
    public void A_point_in_view_projects_back_onto_the_pixel_its_ray_went_through()
    {
        var lens = new Lens(Stages.Front, Stages.Front, 640, 360, Exposure.Whole);
        var rays = lens.Sharp(Vector512.Create(101.5f), Vector512.Create(77.25f));
        var point = Wide3.Along(rays.Origin, rays.Direction, Vector512.Create(2f));
        lens.Project(point, out var x, out var y);
        Assert.Equal(101.5f, x.ToScalar(), 2);
        Assert.Equal(77.25f, y.ToScalar(), 2);
    }

    private static Mesh Dented(Mesh mesh) => mesh with { Positions = [.. mesh.Positions.Select(p => p.Y > 0.05f ? p with { Y = 0.1f - p.Y } : p)] };

    private static float Nearest(Mesh mesh, Vector3 origin, Vector3 direction)
    {
        var nearest = float.PositiveInfinity;
        for (var i = 0; i < mesh.Indices.Length; i += 3)
        {
            var (a, b, c) = (mesh.Positions[mesh.Indices[i]], mesh.Positions[mesh.Indices[i + 1]], mesh.Positions[mesh.Indices[i + 2]]);
            var n = Vector3.Cross(b - a, c - a);
            var t = Vector3.Dot(a - origin, n) / Vector3.Dot(direction, n);
            if (!(t > 0 && t < nearest)) continue;
            var p = origin + direction * t;
            var inside = Vector3.Dot(Vector3.Cross(b - a, p - a), n) >= 0 && Vector3.Dot(Vector3.Cross(c - b, p - b), n) >= 0
                && Vector3.Dot(Vector3.Cross(a - c, p - c), n) >= 0;
            if (inside) nearest = t;
        }

        return nearest;
    }
}
