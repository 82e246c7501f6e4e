using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Tests.Staging;

public sealed class FormTests
{
    public static TheoryData<Form, string> All()
    {
        var data = new TheoryData<Form, string>();
        foreach (var form in Enum.GetValues<Form>())
        {
            data.Add(form, "none");
            data.Add(form, "photo");
            data.Add(form, "label");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_form_is_a_sound_closed_mesh_of_its_height_that_fits_its_collision_shape(Form form, string kind)
    {
        var piece = Make(form, kind);
        Assert.InRange(piece.Parts.Sum(part => part.Mesh.Indices.Length / 3), 12, 24000);
        Assert.InRange(piece.Mass.Mass, 1e-5, 200);
        double lowest = double.MaxValue, highest = double.MinValue;
        foreach (var mesh in piece.Parts.Select(part => part.Mesh))
        {
            Assert.Equal(mesh.Positions.Length, mesh.Normals.Length);
            Assert.Equal(mesh.Positions.Length, mesh.TextureCoordinates.Length);
            Assert.All(mesh.Indices, index => Assert.InRange(index, 0, mesh.Positions.Length - 1));
            Assert.All(mesh.Normals, normal => Assert.Equal(1, normal.Length(), 1e-3f));
            Assert.All(mesh.TextureCoordinates, uv => Assert.True(uv.X is >= -0.001f and <= 1.001f && uv.Y is >= -0.001f and <= 1.001f, $"{uv}"));
            lowest = Math.Min(lowest, mesh.Positions.Min(p => p.Y));
            highest = Math.Max(highest, mesh.Positions.Max(p => p.Y));
        }

        var down = piece.Shape.Support(new(0, -1, 0)).Y - piece.Shape.Margin;
        if (form != Form.Petal)
        {
            Assert.Equal(-piece.Rest, lowest, 0.04 * piece.Size.Y);
            Assert.Equal(lowest, down, 0.05 * piece.Size.Y);
            Assert.Equal(piece.Size.Y, highest - lowest, 0.12 * piece.Size.Y);
            Assert.True(Volume(piece) > 0);
        }
    }

    [Theory]
    [InlineData("photo")]
    [InlineData("label")]
    public void Triangles_face_outwards(string kind)
    {
        foreach (var form in Enum.GetValues<Form>())
        {
            foreach (var mesh in Make(form, kind).Parts.Select(part => part.Mesh))
            {
                var agreeing = 0;
                for (var i = 0; i < mesh.Indices.Length; i += 3)
                {
                    int a = mesh.Indices[i], b = mesh.Indices[i + 1], c = mesh.Indices[i + 2];
                    var across = Vector3.Cross(mesh.Positions[b] - mesh.Positions[a], mesh.Positions[c] - mesh.Positions[a]);
                    agreeing += Vector3.Dot(across, mesh.Normals[a] + mesh.Normals[b] + mesh.Normals[c]) > 0 ? 1 : 0;
                }

                Assert.True(agreeing > 0.98 * mesh.Indices.Length / 3, $"{form}: {agreeing} of {mesh.Indices.Length / 3}");
            }
        }
    }

    [Fact]
    public void A_bottle_seen_from_the_front_is_its_picture()
    {
        var picture = PictureReader.Read(Pictures.Photo());
        var mesh = Make(Form.Bottle, "photo").Parts[0].Mesh;
        var metres = 0.16 / picture.Texture.Height;
        for (var i = 0; i < mesh.Positions.Length; i++)
        {
            if (mesh.Positions[i].Z > 0.01f)
            {
                var across = (mesh.Positions[i].X / metres / picture.Texture.Width) + 0.5;
                Assert.Equal(across, mesh.TextureCoordinates[i].X, 0.012);
            }
        }
    }

    [Theory]
    [InlineData(Form.Box)]
    [InlineData(Form.Can)]
    [InlineData(Form.Bottle)]
    [InlineData(Form.Cone)]
    [InlineData(Form.Cup)]
    [InlineData(Form.Card)]
    [InlineData(Form.Slab)]
    [InlineData(Form.Pouch)]
    [InlineData(Form.Disc)]
    [InlineData(Form.Pebble)]
    public void What_stands_stays_standing(Form form)
    {
        var piece = Make(form, form is Form.Pebble or Form.Cone or Form.Cup ? "none" : "photo");
        var body = new Body { Shape = piece.Shape, Mass = piece.Mass, Surface = new(0.5, 0.3), Position = new(0, piece.Rest, 0) };
        var simulation = new Simulation([body], new(0.5, 0.3));
        simulation.Advance(2);
        Assert.True(body.Orientation.Turn(Vector3d.UnitY).Y > (form == Form.Pebble ? 0.8 : 0.999));
        Assert.True(body.Velocity.Length < 0.01);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 400)]
    [InlineData(400, 3)]
    [InlineData(64, 64)]
    public void No_picture_is_too_odd_to_be_put_on_a_form(int width, int height)
    {
        var random = new Random(width);
        foreach (var alpha in new[] { 255, 0, -1 })
        {
            var rgba = new byte[width * height * 4];
            random.NextBytes(rgba);
            for (var i = 3; i < rgba.Length && alpha >= 0; i += 4)
            {
                rgba[i] = (byte)alpha;
            }

            foreach (var form in Enum.GetValues<Form>())
            {
                var subject = new Subject { Id = "it", Name = "It", Form = form, Picture = "x" };
                var piece = FormMaker.Make(subject, PictureReader.Read(new(width, height, rgba)), new Look(), random, []);
                Assert.All(piece.Parts.SelectMany(part => part.Mesh.Positions), p => Assert.True(float.IsFinite(p.X + p.Y + p.Z)));
                Assert.All(piece.Parts.SelectMany(part => part.Mesh.Normals), n => Assert.Equal(1, n.Length(), 1e-3f));
                Assert.True(piece.Mass.Mass > 0, $"{form}");
            }
        }
    }

    private static double Volume(Piece piece) => MassProperties.Of(piece.Parts.Select(part => part.Mesh), 1).Mass;

    private static Piece Make(Form form, string kind)
    {
        var picture = kind switch
        {
            "photo" => PictureReader.Read(Pictures.Photo()),
            "label" => PictureReader.Read(Pictures.Label()),
            _ => null,
        };
        var subject = new Subject { Id = "it", Name = "It", Form = form, Height = 0.16, Picture = picture is null ? null : "x" };
        return FormMaker.Make(subject, picture, new Look(), new Random(3), []);
    }
}
