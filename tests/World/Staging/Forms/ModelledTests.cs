using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Tests.Engine;
using SoraFunctions.World.Tests.Gltf;

namespace SoraFunctions.World.Tests.Staging.Forms;

public sealed class ModelledTests
{
    [Theory]
    [InlineData("cube")]
    [InlineData("textured")]
    [InlineData("bending")]
    [InlineData("spinning")]
    public void A_model_stands_on_the_ground_in_the_middle_at_its_subjects_height(string sample)
    {
        var piece = Make(sample);
        var points = piece.Parts.SelectMany(part => part.Mesh.Positions).ToList();
        Vector3 low = points.Aggregate(Vector3.Min), high = points.Aggregate(Vector3.Max);
        Assert.Equal(0.3f, high.Y - low.Y, 1e-5f);
        Assert.Equal(-piece.Rest, low.Y, 1e-5f);
        Assert.Equal(piece.Size.X, high.X - low.X, 1e-3f);
        Assert.Equal(low.Y, piece.Shape.Support(new(0, -1, 0)).Y - piece.Shape.Margin, 1e-5);
    }

    [Fact]
    public void A_cube_weighs_what_its_volume_of_its_matter_does()
    {
        var piece = Make("cube");
        Assert.Equal(0.3 * 0.3 * 0.3 * Matters.Of(Matter.Plastic).Density, piece.Mass.Mass, 1e-3);
        Assert.Equal(0.15, piece.Rest, 1e-4);
    }

    [Fact]
    public void Of_thousands_of_points_a_few_stand_for_the_hull()
    {
        var random = new Random(5);
        var ball = Enumerable.Range(0, 20000).Select(_ =>
            Vector3.Normalize(new(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f))).ToList();
        var chosen = HullPoints.Of(ball);
        Assert.InRange(chosen.Count, 20, 64);
        var triangles = ConvexHull.Of(chosen);
        var volume = triangles.Sum(t => Vector3.Dot(chosen[t.A], Vector3.Cross(chosen[t.B], chosen[t.C])) / 6);
        Assert.InRange(volume / (4 * MathF.PI / 3), 0.78, 1);
        Assert.Equal((2 * triangles.SelectMany(t => new[] { t.A, t.B, t.C }).Distinct().Count()) - 4, triangles.Count);
    }

    [Theory]
    [InlineData("cube")]
    [InlineData("textured")]
    public void A_model_that_stands_stays_standing(string sample)
    {
        var piece = Make(sample);
        var body = new Body { Shape = piece.Shape, Mass = piece.Mass, Surface = new(0.5, 0.3), Position = new(0, piece.Rest, 0) };
        new Simulation([body], new(0.5, 0.3)).Advance(2);
        Assert.True(body.Orientation.Turn(Vector3d.UnitY).Y > 0.999);
    }

    [Fact]
    public void A_model_of_a_can_rolls_and_one_of_a_carton_does_not()
    {
        Rolling Of(Form form) => Modelled.Make(
            new() { Id = "it", Name = "It", Form = Form.Model, Height = 0.2 },
            new(FormMaker.Make(new() { Id = "it", Name = "It", Form = form }, null, new(), new(1), []).Parts, []), []).Rolling;
        Assert.Equal(Rolling.OnMantle, Of(Form.Can));
        Assert.Equal(Rolling.OnMantle, Of(Form.Bottle));
        Assert.Equal(Rolling.Never, Of(Form.Box));
        Assert.Equal(Rolling.Never, Of(Form.Cup));
        Assert.Equal(Rolling.Never, Make("cube").Rolling);
    }

    [Fact]
    public void A_long_shallow_pouch_stands_on_its_whole_bottom()
    {
        var picture = Staging.Pictures.Label(300, 150);
        var piece = FormMaker.Make(new() { Id = "it", Name = "It", Form = Form.Pouch, Picture = "x" }, SoraFunctions.World.Staging.Pictures.PictureReader.Read(picture), new(), new(1), []);
        var body = new Body { Shape = piece.Shape, Mass = piece.Mass, Surface = new(0.5, 0.3), Position = new(0, piece.Rest, 0) };
        new Simulation([body], new(0.5, 0.3)).Advance(2);
        Assert.True(body.Orientation.Turn(Vector3d.UnitY).Y > 0.999);
    }

    [Fact]
    public void An_animated_model_is_filmed_moving_and_its_copies_share_no_vertices()
    {
        var order = Orders.Of(Deed.Stand, 1m, new(160, 90), new Subject { Id = "bar", Name = "Bar", Form = Form.Model, Model = "bar", Height = 0.3, Count = 2 });
        var shot = Director.Stage(order, ShotAssets.None with { Models = new Dictionary<string, World.Gltf.Model> { ["bar"] = Reading.Read("bending") } }, default);
        var bending = shot.Stage.Instances.Where(instance => instance.Deforms).ToList();
        Assert.Equal(2, bending.Count);
        Assert.NotSame(bending[0].Mesh, bending[1].Mesh);
        Assert.All(shot.States, state => Assert.Equal(2, state.Deformations.Count));
        Vector3[] first = shot.States[0].Deformations[0].Positions, last = shot.States[^1].Deformations[0].Positions;
        Assert.Equal(bending[0].Mesh.Positions, first);
        Assert.True(first.Zip(last).Max(pair => Vector3.Distance(pair.First, pair.Second)) > 0.05f);
    }

    private static Piece Make(string sample) =>
        Modelled.Make(new() { Id = "it", Name = "It", Form = Form.Model, Model = "x", Height = 0.3 }, Reading.Read(sample), []);
}
