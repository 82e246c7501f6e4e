using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Tests.Staging;

public sealed class PropTests
{
    private static readonly (Form Form, Matter Matter, string? Colour, double Height, int Triangles)[] _props =
    [
        (Form.Fruit, Matter.Organic, "#c1272d", 0.08, 4000),
        (Form.Fruit, Matter.Organic, "#8db33a", 0.08, 4000),
        (Form.Fruit, Matter.Organic, "#ee8a1d", 0.08, 5000),
        (Form.Fruit, Matter.Organic, "#f2d433", 0.06, 4000),
        (Form.Fruit, Matter.Organic, "#6b0f24", 0.05, 4000),
        (Form.Fruit, Matter.Organic, "#4a5aa8", 0.012, 5000),
        (Form.Ribbon, Matter.Fabric, "#b01020", 0.2, 4000),
        (Form.DrinkingGlass, Matter.Glass, null, 0.14, 9000),
        (Form.DrinkingGlass, Matter.Ice, "#ee8a1d", 0.14, 11000),
        (Form.Book, Matter.Cardboard, "#2a5a95", 0.22, 4000),
        (Form.Candle, Matter.Plastic, null, 0.15, 8000),
        (Form.IceCube, Matter.Ice, null, 0.03, 4000),
        (Form.Coin, Matter.Metal, null, 0.025, 6000),
        (Form.Chair, Matter.Wood, null, 0.86, 6000),
        (Form.Table, Matter.Wood, null, 0.74, 4000),
        (Form.Tree, Matter.Wood, null, 5, 15000),
        (Form.Building, Matter.Stone, null, 5, 8000),
        (Form.Boat, Matter.Wood, "#2a8f95", 0.6, 11000),
        (Form.PaddleBoard, Matter.Plastic, "#2a8f95", 3, 9000),
        (Form.Cup, Matter.Ceramic, null, 0.1, 6000),
    ];

    public static TheoryData<int> Indices() => [.. Enumerable.Range(0, _props.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_prop_is_closed_faces_outwards_keeps_its_budget_and_has_the_height_it_is_asked_for(int index)
    {
        var (form, _, _, height, triangles) = _props[index];
        var piece = Make(index, 3);
        var meshes = piece.Parts.Select(part => part.Mesh).ToArray();
        Assert.InRange(meshes.Sum(mesh => mesh.Indices.Length / 3), 100, triangles);
        Assert.All(meshes, mesh => Assert.True(Meshes.Agreement(mesh) > 0.98, $"{form} {Array.IndexOf(meshes, mesh)}: {Meshes.Agreement(mesh)}"));
        Assert.All(meshes, mesh => Assert.All(mesh.Normals, normal => Assert.Equal(1, normal.Length(), 1e-3f)));
        Assert.All(meshes, mesh => Assert.Equal(0, Meshes.Slivers(mesh)));
        Assert.True(MassProperties.Of(meshes, 1).Mass > 0);
        if (form is not (Form.Building or Form.Candle or Form.Coin))
        {
            Assert.All(meshes, mesh => Assert.True(Meshes.Open([mesh], 1e-5 * height) < 0.03, $"{form} {Array.IndexOf(meshes, mesh)}: {Meshes.Open([mesh], 1e-5 * height)}"));
        }

        var flat = form is Form.Coin or Form.PaddleBoard;
        Assert.Equal(height, flat ? Math.Max(piece.Size.X, piece.Size.Z) : piece.Size.Y, 0.05 * height);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_prop_that_stands_neither_falls_nor_sinks(int index)
    {
        var piece = Make(index, 3);
        var body = new Body { Shape = piece.Shape, Mass = piece.Mass, Surface = new(0.5, 0.3), Position = new(0, piece.Rest, 0) };
        var simulation = new Simulation([body], new(0.5, 0.3));
        simulation.Advance(1);
        var fruit = _props[index].Form == Form.Fruit;
        Assert.True(body.Orientation.Turn(Vector3d.UnitY).Y > (fruit ? 0.97 : 0.99), $"{_props[index].Form} {body.Orientation.Turn(Vector3d.UnitY)}");
        Assert.True(Math.Abs(piece.Rest - body.Position.Y) < (fruit ? 0.05 : 0.02) * piece.Size.Y, $"{_props[index].Form} at {body.Position.Y} instead of {piece.Rest}");
        Assert.True(body.Velocity.Length < 0.02, $"{_props[index].Form} {body.Velocity}");
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_prop_is_the_same_for_the_same_seed(int index)
    {
        var (one, other) = (Make(index, 11), Make(index, 11));
        for (var k = 0; k < one.Parts.Count; k++)
        {
            Assert.Equal(one.Parts[k].Mesh.Positions, other.Parts[k].Mesh.Positions);
        }
    }

    [Fact]
    public void A_leaf_is_light_thin_and_as_long_as_it_is_asked_for()
    {
        var subject = new Subject { Id = "it", Name = "It", Form = Form.Leaf, Matter = Matter.Organic, Colour = "#4a8a2a", Height = 0.1 };
        var piece = FormMaker.Make(subject, null, new Look(), new Random(3), []);
        Assert.Equal(0.1f, piece.Size.Z, 0.005f);
        Assert.InRange(piece.Mass.Mass, 1e-5, 0.002);
        Assert.NotNull(piece.Air);
        Assert.All(piece.Parts, part => Assert.True(Meshes.Open([part.Mesh], 1e-6) < 0.03));
    }

    private static Piece Make(int index, int seed)
    {
        var (form, matter, colour, height, _) = _props[index];
        return FormMaker.Make(new() { Id = "it", Name = "It", Form = form, Matter = matter, Colour = colour, Height = height }, null, new Look(), new Random(seed), []);
    }
}
