using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Physics.Fracture;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Tests.Physics.Fracture;

public sealed class FragmentTests
{
    private static readonly (double, double)[] _vase =
        [(0, 0), (0.04, 0), (0.06, 0.05), (0.07, 0.1), (0.05, 0.16), (0.03, 0.2), (0.04, 0.24)];

    [Fact]
    public void The_pieces_of_any_block_fill_it() =>
        Prop.ForAll(
            (from x in Gen.Choose(3, 30) from y in Gen.Choose(3, 30) from z in Gen.Choose(3, 30) from count in Gen.Choose(2, 18) from seed in Gen.Choose(0, 1000)
             select (Size: new Vector3(x, y, z) / 100, count, seed)).ToArbitrary(),
            c =>
            {
                var block = Block(c.Size);
                var whole = MassProperties.Of([block], 900);
                var pieces = Solid.Break([block], 900, new(0, -c.Size.Y / 2, 0), c.count, c.seed);
                AssertSum(whole, pieces);
                Assert.All(pieces, piece => Assert.True(piece.Mass.Mass > 0));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void The_sherds_of_any_vase_make_it_up() =>
        Prop.ForAll(
            (from count in Gen.Choose(2, 30) from seed in Gen.Choose(0, 1000) from wall in Gen.Choose(1, 6) select (count, seed, wall / 1000.0)).ToArbitrary(),
            c =>
            {
                var vase = new Shell(_vase, c.Item3);
                var pieces = vase.Break(2400, new(0.07, 0.1, 0), c.count, c.seed);
                AssertSum(MassProperties.Of([vase.Mesh], 2400), pieces);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void A_shell_is_as_heavy_as_its_wall()
    {
        var tube = new Shell([(0, 0), (0.05, 0), (0.05, 0.2)], 0.001);
        var area = (Math.PI * 0.05 * 0.05) + (2 * Math.PI * 0.05 * 0.2);
        Assert.Equal(area * 0.001, MassProperties.Of([tube.Mesh], 1).Mass, 0.03 * area * 0.001);
    }

    [Fact]
    public void Every_piece_is_closed()
    {
        foreach (var piece in new Shell(_vase, 0.003).Break(2400, new(0, 0, 0), 20, 3).Concat(Solid.Break([Block(new(0.1f))], 900, default, 12, 3)))
        {
            // The area vectors of a closed surface cancel.
            var (sum, area) = (Vector3.Zero, 0f);
            foreach (var mesh in piece.Outer.Append(piece.Broken))
            {
                for (var i = 0; i < mesh.Indices.Length; i += 3)
                {
                    var (a, b, c) = (mesh.Positions[mesh.Indices[i]], mesh.Positions[mesh.Indices[i + 1]], mesh.Positions[mesh.Indices[i + 2]]);
                    var across = Vector3.Cross(b - a, c - a);
                    sum += across;
                    area += across.Length();
                }
            }

            Assert.True(sum.Length() < 2e-3 * area, $"{sum.Length() / area} of the surface is missing.");
        }
    }

    [Fact]
    public void The_outside_keeps_its_picture()
    {
        foreach (var piece in Solid.Break([Block(new(0.1f))], 900, default, 8, 1))
        {
            foreach (var (position, coordinate, normal) in piece.Outer[0].Positions.Zip(piece.Outer[0].TextureCoordinates, piece.Outer[0].Normals))
            {
                var place = position + piece.Offset.ToSingle();
                Assert.Equal((place.X / 0.1f) + 0.5f, coordinate.X, 1e-4f);
                Assert.Equal(0.05f, Vector3.Dot(Vector3.Abs(place), Vector3.Abs(normal)), 1e-5f);
            }
        }
    }

    [Fact]
    public void Pieces_are_smaller_where_the_blow_falls()
    {
        var pieces = Solid.Break([Block(new(0.2f))], 900, new(0, -0.1, 0), 40, 5);
        var low = pieces.Where(piece => piece.Offset.Y < -0.03).Average(piece => piece.Mass.Mass);
        var high = pieces.Where(piece => piece.Offset.Y > 0.03).Average(piece => piece.Mass.Mass);
        Assert.True(low < high);
    }

    [Fact]
    public void Breaking_is_the_same_every_time()
    {
        var (one, two) = (new Shell(_vase, 0.003).Break(2400, default, 9, 7), new Shell(_vase, 0.003).Break(2400, default, 9, 7));
        Assert.Equal(one.SelectMany(piece => piece.Outer[0].Positions), two.SelectMany(piece => piece.Outer[0].Positions));
    }

    internal static Mesh Block(Vector3 size)
    {
        List<Vector3> positions = [], normals = [];
        List<Vector2> coordinates = [];
        List<int> indices = [];
        foreach (var normal in new[] { Vector3.UnitX, -Vector3.UnitX, Vector3.UnitY, -Vector3.UnitY, Vector3.UnitZ, -Vector3.UnitZ })
        {
            var u = new Vector3(normal.Z, normal.X, normal.Y);
            var v = Vector3.Cross(normal, u);
            indices.AddRange([positions.Count, positions.Count + 1, positions.Count + 2, positions.Count, positions.Count + 2, positions.Count + 3]);
            foreach (var corner in new[] { -u - v, u - v, u + v, -u + v })
            {
                var place = (normal + corner) * size / 2;
                positions.Add(place);
                normals.Add(normal);
                coordinates.Add(new((place.X / size.X) + 0.5f, (place.Y / size.Y) + 0.5f));
            }
        }

        return new([.. positions], [.. normals], [.. coordinates], [.. indices]);
    }

    private static void AssertSum(MassProperties whole, IReadOnlyList<Fragment> pieces)
    {
        Assert.Equal(whole.Mass, pieces.Sum(piece => piece.Mass.Mass), 0.001 * whole.Mass);
        var centre = pieces.Aggregate(Vector3d.Zero, (sum, piece) => sum + (piece.Offset * piece.Mass.Mass)) / whole.Mass;
        Assert.Equal(0, (centre - whole.Centre).Length, 5e-4);
        var turning = pieces.Sum(piece => piece.Mass.Inertia.YY + (piece.Mass.Mass *
            (Math.Pow(piece.Offset.X - whole.Centre.X, 2) + Math.Pow(piece.Offset.Z - whole.Centre.Z, 2))));
        Assert.Equal(whole.Inertia.YY, turning, 0.002 * whole.Inertia.YY);
    }
}
